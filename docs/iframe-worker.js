// Search on pages opened from the file system, where browsers start no worker: the same script runs in a hidden frame.
// It stands for the shim that the theme would load from another server.
if (location.protocol === "file:") {
  window.Worker = class extends EventTarget {
    constructor(address) {
      super()
      const frame = document.createElement("iframe")
      frame.hidden = true
      document.body.append(frame)
      this.scope = frame.contentWindow
      this.scope.postMessage = data => this.dispatchEvent(new MessageEvent("message", { data }))
      this.scope.importScripts = (...addresses) => Promise.all(addresses.map(one => this.load(one)))
      this.ready = this.load(address)
    }
    load(address) {
      return new Promise((done, failed) => {
        const script = this.scope.document.createElement("script")
        Object.assign(script, { src: address, onload: done, onerror: failed })
        this.scope.document.body.append(script)
      })
    }
    postMessage(data) {
      this.ready.then(() => this.scope.dispatchEvent(new MessageEvent("message", { data })))
    }
    terminate() {
      this.scope.frameElement.remove()
    }
  }
}
