"""The pages and states of the contact sheet, each with the roles that see it differently. Where a number is in braces, `Made` knows it."""

# Each role and who has it in the demonstration.
PEOPLE = {
    "visitor": None,
    "guest": "gwen.guest@example.org",
    "newcomer": "nell.brannigan@example.org",
    "member": "maricel.santos@example.org",
    "facilitator": "raylene.sylliboy@example.org",
    "moderator": "denise.downey@example.org",
    "manager": "ruth.adeyemi@example.org",
    "administrator": "heather.macisaac@example.org",
}

# Whose readers are their members alone.
CONFIDENTIAL = {"what-we-carry", "steady-ground", "tuesday-circle"}

C, N = "/c/social-workers", "/c/school-nurses"

PAGES = [
    ("Front page", "/", ["visitor"]),
    ("Home", "/", ["member", "guest", "newcomer", "facilitator", "moderator", "manager", "administrator"]),
    ("Home, caught up", "/?done=caught-up", ["member"]),
    ("Everything new", "/new", ["member"]),
    ("Communities", "/communities", ["visitor", "member", "administrator"]),
    ("Add a community", "/communities/new", ["administrator"]),
    ("Community", C, ["visitor", "guest", "member", "facilitator", "administrator"]),
    ("Group in French", C + "/g/cercle-francophone", ["member"]),
    ("Community, unanswered", C + "?filter=unanswered", ["facilitator"]),
    ("Community of a manager", N, ["manager"]),
    ("About a community", C + "/about", ["visitor", "member"]),
    ("People", C + "/members", ["member", "administrator"]),
    ("Agreement", C + "/agreement", ["visitor"]),
    ("Join", C + "/join", ["manager"]),
    ("Leave", C + "/leave", ["member"]),
    ("Settings of a community", C + "/settings", ["administrator"]),
    ("Care", C + "/settings/care", ["administrator"]),
    ("Email of a community", C + "/mail", ["administrator"]),
    ("Add a group", C + "/groups/new", ["administrator"]),
    ("Group", C + "/g/housing-and-poverty", ["visitor", "member", "facilitator"]),
    ("Confidential group", C + "/g/{circle}", ["member"]),
    ("Group to ask for", C + "/g/what-we-carry", ["newcomer"]),
    ("People of a group", C + "/g/housing-and-poverty/members", ["facilitator"]),
    ("Settings of a group", C + "/g/housing-and-poverty/settings", ["facilitator"]),
    ("Discussion", "/t/1", ["visitor", "member", "facilitator", "moderator"]),
    ("Long discussion", "/t/{long}", ["member"]),
    ("Confidential discussion", "/t/{confidential}", ["member"]),
    ("Reply to a post", "/t/1?reply={first}", ["member"]),
    ("Own post is held", "/t/{introductions}?page={lastpage}", ["newcomer"]),
    ("Start a discussion", C + "/new-thread", ["member", "facilitator"]),
    ("Change a title", "/t/1/title", ["facilitator"]),
    ("Edit a post", "/p/{own}/edit", ["member"]),
    ("History of a post", "/p/{own}/history", ["member"]),
    ("Report a post", "/p/{first}/report", ["member"]),
    ("Remove detail", "/p/{first}/redact", ["facilitator"]),
    ("Search", "/search", ["visitor", "member"]),
    ("Found", "/search?q=housing", ["visitor", "member"]),
    ("Nothing found", "/search?q=zzyzx", ["member"]),
    ("Drafts", "/drafts", ["member"]),
    ("Bookmarks", "/bookmarks", ["member"]),
    ("Reminder", "/p/{first}/bookmark", ["member"]),
    ("Settings", "/settings", ["member", "moderator", "administrator"]),
    ("Settings of email", "/settings/mail", ["member"]),
    ("Accounts", "/settings/accounts", ["administrator"]),
    ("Outgoing email", "/settings/outbox", ["administrator"]),
    ("Style guide", "/styleguide", ["administrator"]),
    ("Audit log", "/audit", ["administrator"]),
    ("Audit log of a community", C + "/audit", ["administrator"]),
    ("Queues", "/queue", ["moderator"]),
    ("Queue", C + "/queue", ["moderator", "facilitator"]),
    ("Queue, decided", C + "/queue?state=decided", ["moderator"]),
    ("Item of the queue", C + "/queue/{item}", ["moderator"]),
    ("Restrict a member", C + "/members/{member}/standing", ["moderator"]),
    ("Sign in", "/sign-in", ["visitor"]),
    ("Sign up", "/sign-up", ["visitor"]),
    ("Reset", "/reset", ["visitor"]),
    ("Not found", "/nowhere", ["visitor", "member"]),
]

# Forms that are sent as they are, for the page that answers what is wrong: the page, and the button.
WRONG = [
    ("Sign up, empty", "/sign-up", "visitor", "main form .btn"),
    ("Start a discussion, empty", C + "/new-thread", "member", "main [data-send]"),
    ("Add a community, empty", "/communities/new", "administrator", "main form .btn"),
    ("Report, empty", "/p/{first}/report", "member", "main form .btn"),
]
