"""A JupyterLab that runs, and a Chromium without a window that looks at it: `make test-browser`."""

import os
import secrets
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
SECONDS_TO_START = 60


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(item.fspath).parent == Path(__file__).parent:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser():
    playwright = pytest.importorskip("playwright.sync_api", reason="install the extra: pip install -e '.[browser]'")
    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not program:
        pytest.skip("no Chromium on this machine; name one in the variable CHROMIUM")
    with playwright.sync_playwright() as running:
        opened = running.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def lab(tmp_path_factory):
    """The address of a JupyterLab on a folder that mirrors the repository: notebooks, data, figures."""
    root = tmp_path_factory.mktemp("lab")
    for name in ("notebooks", "data", "figures"):
        shutil.copytree(REPOSITORY / name, root / name)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    token = secrets.token_hex(8)
    words = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", f"--ServerApp.root_dir={root}"]
    words += [f"--ServerApp.port={port}", f"--IdentityProvider.token={token}", "--LabApp.news_url=''"]
    own = {"JUPYTER_CONFIG_DIR": str(root / "config"), "JUPYTERLAB_WORKSPACES_DIR": str(root / "workspaces")}
    log = (root / "lab.log").open("w")
    server = subprocess.Popen(words, env=os.environ | own, stdout=log, stderr=log)
    try:
        _wait(f"http://127.0.0.1:{port}/api?token={token}", server, root / "lab.log")
        yield Lab(f"http://127.0.0.1:{port}", token, root)
    finally:
        server.terminate()
        server.wait(timeout=20)


def _wait(address: str, server, log: Path) -> None:
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            time.sleep(0.5)
    pytest.fail(f"JupyterLab did not start:\n{log.read_text()[-2000:]}")


class Lab:
    """Where JupyterLab is, and how to open a notebook in it."""

    def __init__(self, address: str, token: str, root: Path):
        self.address, self.token, self.root = address, token, root

    def open(self, page, path: str) -> None:
        """Open a notebook and run all its cells, and wait until the kernel has nothing more to do."""
        from playwright.sync_api import TimeoutError as TooLong

        page.goto(f"{self.address}/lab/tree/{path}?token={self.token}&reset")
        # A slow start asks which kernel to use: the one that is offered.
        accept = page.locator("dialog.jp-Dialog button.jp-mod-accept")
        page.add_locator_handler(accept, lambda: accept.first.click())
        page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=60_000)
        page.wait_for_selector("text=/\\| Idle/", timeout=60_000)
        # What is asked of a kernel that is still connecting is lost: ask again while no cell waits.
        for _ in range(20):
            if not page.evaluate(_WAITING):
                page.click('li.lm-MenuBar-item:has-text("Run")')
                page.click('li.lm-Menu-item[data-command="runmenu:run-all"]')
            try:
                page.wait_for_function(_ALL_DONE, timeout=15_000)
                return
            except TooLong:
                continue
        pytest.fail(f"{path} did not run to its end")


_PROMPTS = "[...document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')].map(p => p.textContent)"
_WAITING = f"{_PROMPTS}.some(text => text.includes('*'))"
# No cell waits ([*]), and every code cell that has code has a number.
_ALL_DONE = f"(prompts => prompts.length && prompts.every(text => /[0-9]/.test(text)))({_PROMPTS})"


@pytest.fixture
def page(browser):
    opened = browser.new_page(viewport={"width": 1280, "height": 2400})
    yield opened
    opened.close()


@pytest.fixture
def shot():
    """A function that keeps a picture of the page where the variable SCREENSHOTS names a folder, to be looked at."""
    folder = os.environ.get("SCREENSHOTS")

    def take(page, name: str) -> None:
        if folder:
            page.screenshot(path=str(Path(folder) / f"{name}.png"), full_page=True)

    return take
