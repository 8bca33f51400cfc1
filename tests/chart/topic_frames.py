"""Topics found in real reports and in invented ones, for charts of topics. Copy frames before changing them."""

from functools import cache

from analysis import measure, read


@cache
def found():
    """Topics of the national reports of twelve years."""
    reports = read.corpus("national").select(year=range(2014, 2026))
    return measure.topics(reports, n_topics=12, resamples=2)


@cache
def frames() -> dict:
    """Frames by chart."""
    plan = read.corpus("xiangjiang")
    sections = measure.topic_sections(measure.topics(plan, n_topics=6, resamples=2), corpus=plan)
    tree = measure.report_clusters(read.corpus("national").select(year=range(2010, 2026)), draws=100)
    choice = measure.topics(read.corpus("provinces").select(year=2026), resamples=2).choice
    return {
        "topic_terms": found().terms,
        "topic_prevalence": found().prevalence,
        "topic_map": measure.topic_map(found()),
        "topic_choice": choice,
        "topic_sections": sections,
        "report_tree": tree,
    }
