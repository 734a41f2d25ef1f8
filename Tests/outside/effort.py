"""What pages ask of a person, counted in seconds; shared by the tests of the first steps."""


class Effort:
    """Seconds by the keystroke-level model of Card, Moran and Newell (1980): a key, a target that is found and pressed, a decision. Every word of a
    page is read once, at the 238 words a minute of Brysbaert (2019); of what a list offers, what is chosen."""

    KEY, PRESS, DECISION, WORD = 0.28, 1.3, 1.35, 60 / 238

    def __init__(self, page):
        self.page = page
        self.seconds = 0
        self.known = set()

    def read(self, selector="main"):
        shown, offered = self.page.locator(selector).first, self.page.locator(f"{selector} option:not(:checked)")
        self.seconds += self.WORD * (len(shown.inner_text().split()) - len(" ".join(offered.all_inner_texts()).split()))

    def read_once(self):
        """The page, if it was not read before: a task list that somebody comes back to is not."""
        address = self.page.url.split("?")[0].split("#")[0]
        if address not in self.known:
            self.known.add(address)
            self.read()

    def fill(self, field, text):
        field.fill(text)
        self.seconds += self.DECISION + self.PRESS + self.KEY * len(text)

    def press(self, target):
        target.click()
        self.seconds += self.DECISION + self.PRESS
