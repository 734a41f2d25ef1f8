"""What a machine can say of a page as it stands in a browser; shared by the tests and by the contact sheet."""
import urllib.parse

from axe_playwright_python.sync_playwright import Axe

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "wcag2aaa"]}

# Notes what moved by itself while a page was put together.
WATCH_SHIFT = """window.moved = []; new PerformanceObserver(list => { for (const entry of list.getEntries()) if (!entry.hadRecentInput)
  moved.push(entry.value.toFixed(4) + " " + entry.sources.map(source => source.node?.outerHTML?.slice(0, 60)).join(" | "))
}).observe({ type: "layout-shift", buffered: true })"""

# Controls under 44 px. WCAG 2.5.5 leaves out links within a sentence; a box is as large as the label that it stands in.
SMALL = """() => [...document.querySelectorAll("a, button, input:not([type=hidden]), select, textarea, summary")].filter(part => {
  const box = part.getBoundingClientRect(), label = part.closest("label");
  if (!box.width || !part.checkVisibility() || box.right < 0 || part.closest("[inert], .vh")) return false;
  if (part.tagName == "A" && getComputedStyle(part).display == "inline") return false;
  const target = label && ["checkbox", "radio"].includes(part.type) ? label.getBoundingClientRect() : box;
  return Math.round(target.width) < 44 || Math.round(target.height) < 44;
}).map(part => part.outerHTML.slice(0, 120))"""

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def faults_now(page):
    """What keeps somebody from using the page as it is: a rule it breaks, a part too wide for the window, not one main heading."""
    path = urllib.parse.urlsplit(page.url).path
    violations = Axe().run(page, options=RULES).response["violations"]
    faults = [f"{path}: {v['id']} {v['nodes'][0]['html'][:160]}" for v in violations]
    return faults + shape_faults(page, path)


def shape_faults(page, path):
    """Those that can be seen of a page on which no script may run."""
    faults = []
    overflow = page.evaluate(OVERFLOW)
    if overflow > 0:
        faults.append(f"{path}: {overflow} px too wide")
    if page.locator("h1").count() != 1:
        faults.append(f"{path}: {page.locator('h1').count()} h1")
    return faults


def small(page):
    """What is pressed and is too small for a thumb."""
    path = urllib.parse.urlsplit(page.url).path
    return [f"{path}: under 44 px: {part}" for part in page.evaluate(SMALL)]


def faults_of_look(page):
    """What is small, and what moved."""
    return small(page) + [f"moved by itself: {part}" for part in page.evaluate("window.moved || []")]
