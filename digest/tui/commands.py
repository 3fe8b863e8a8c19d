"""The one table of commands: keys, footer, help, palette and command line are all read from it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """What a key does, in one place of the program."""

    scope: str
    """Where it holds: a screen, or a kind of widget ("list", "text")."""
    name: str
    keys: str
    """As Textual spells them, with commas between; the first is shown. Empty for one that is only called by name."""
    action: str
    label: str = ""
    """The word in the footer; empty when it is not shown there."""
    help: str = ""
    rank: int = 5
    """The footer shows the low ones first when room is short."""
    takes: str = ""
    """What it has to be told, if anything: its key begins a command line that ends with that."""

    @property
    def id(self) -> str:
        """Return the name under which a configuration can give it another key."""
        return f"{self.scope}.{self.name}"


def _moves(scope: str, what: str) -> tuple[Command, ...]:
    return (
        Command(scope, "down", "j,down", "move(1)", "move", f"down one {what}", 2),
        Command(scope, "up", "k,up", "move(-1)", "", f"up one {what}"),
        Command(scope, "first", "g,home", "end(-1)", "", "to the beginning"),
        Command(scope, "last", "G,end", "end(1)", "", "to the end"),
        Command(scope, "half-down", "ctrl+d,pagedown,space", "half_page(1)", "", "down half a page"),
        Command(scope, "half-up", "ctrl+u,pageup", "half_page(-1)", "", "up half a page"),
    )


COMMANDS: tuple[Command, ...] = (
    *_moves("list", "row"),
    Command("list", "open", "enter,l,right", "choose", "open", "open what is under the cursor", 1),
    *_moves("text", "line"),
    Command("app", "help", "question_mark,f1", "help", "help", "this help", 1),
    Command("app", "undo", "u", "undo", "", "take the last thing done back: a mark, a star …"),
    Command("app", "command-line", "colon", "command_line", "command", "type a command by its name", 4),
    Command("app", "theme", "", "theme", help="the look: dark, light or high-contrast", takes="NAME"),
    Command("app", "story", "", "story", help="open the story of a number", takes="NUMBER"),
    Command("app", "ingest", "R", "ingest", "ingest", "take in now what the feeds have that is new", 6),
    Command("app", "suspend", "ctrl+z", "app.suspend_process", "", "to the shell; fg comes back"),
    Command("stories", "compare", "c", "compare", "compare", "the outlets' accounts side by side", 1),
    Command("stories", "read", "m", "toggle_read", "read", "mark the story read or unread", 3),
    Command("stories", "star", "f", "toggle_star", "star", "star the story, or take the star off", 4),
    Command("stories", "all-read", "A", "all_read", "", "mark everything in this view read"),
    Command("stories", "sort", "s", "sort", "sort", "sort by coverage, newest, most differing", 3),
    Command("stories", "all", "1", "view('all')", "", "all stories"),
    Command("stories", "unread", "2", "view('unread')", "", "stories with something unread"),
    Command("stories", "starred", "3", "view('starred')", "", "starred stories"),
    Command("stories", "today", "4", "view('today')", "", "today's stories"),
    Command("stories", "differing", "5", "view('differing')", "", "stories whose outlets differ"),
    Command("stories", "next-unread", "n", "unread(1)", "", "next story with something unread"),
    Command("stories", "previous-unread", "N", "unread(-1)", "", "previous story with something unread"),
    Command("stories", "why", "e", "why", "why", "why these articles are one story", 4),
    Command("stories", "merge", "M", "merge", "", "merge two stories, with a preview: on one, then on the other"),
    Command("stories", "timeline", "T", "timeline", "timeline", "the storyline it belongs to, day by day", 5),
    Command("stories", "search", "slash", "search", "search", "search all articles", 3),
    Command("stories", "view", "", "named_view", help="list a view, or a saved query, by its name", takes="NAME"),
    Command("stories", "tag", "t", "tag", "", "tag the story; with a minus before it the tag comes off", takes="NAME"),
    Command("stories", "browser", "o", "browser", "", "open the story's first article in the browser"),
    Command("stories", "copy", "y", "copy_link", "", "copy the link of the story's first article"),
    Command("stories", "reload", "f5,ctrl+r", "reload", "", "list again what the database holds now"),
    Command("stories", "feeds", "F", "feeds", "feeds", "the feeds and how they are", 5),
    Command("stories", "views", "v", "views", "", "choose a view, where there is room for the list of views"),
    Command("stories", "quit", "q", "quit", "quit", "quit", 2),
    Command("compare", "next", "n", "fact(1)", "next fact", "next fact", 1),
    Command("compare", "previous", "N", "fact(-1)", "", "previous fact"),
    Command("compare", "ledger", "tab", "ledger", "ledger", "all facts as a table, and back", 1),
    Command("compare", "why", "e", "why", "why", "why these facts stand beside each other", 2),
    Command("compare", "detail", "v", "detail", "detail", "mark facts of note, all facts, or key facts alone", 3),
    Command("compare", "next-source", "right_square_bracket", "page(1)", "sources", "further sources of the story", 3),
    Command("compare", "previous-source", "left_square_bracket", "page(-1)", "", "back to the sources before"),
    Command("compare", "column-left", "left", "column(-1)", "", "the source to the left"),
    Command("compare", "column-right", "right", "column(1)", "", "the source to the right"),
    Command("compare", "article", "enter,l", "article", "read", "read the article of the chosen source", 2),
    Command("compare", "browser", "o", "browser", "browser", "open the chosen source in the browser", 4),
    Command("compare", "copy", "y", "copy_link", "copy", "copy the link of the chosen source", 4),
    Command("compare", "quote", "Y", "copy_quote", "", "copy the chosen fact as a quote with its source"),
    Command("compare", "read", "m", "toggle_read", "", "mark the articles shown read or unread"),
    Command("compare", "reject", "x", "reject", "", "reject the mark: the facts are not one thing, or not only here"),
    Command("compare", "reject-because", "", "reject", help="reject the mark and note why", takes="WHY"),
    Command(
        "compare", "agree", "equals_sign", "pair(True)", "", "pair two facts as the same: on one, then on the other"
    ),
    Command("compare", "differ", "D", "pair(False)", "", "pair two facts that differ: on one, then on the other"),
    Command("compare", "back", "h,escape,q", "back", "back", "back", 2),
    Command("ledger", "all", "a", "filter('')", "all", "all facts", 2),
    Command("ledger", "differ", "d", "filter('differ')", "differs", "only facts that differ", 2),
    Command("ledger", "agree", "s", "filter('agree')", "agree", "only facts the sources share", 2),
    Command("ledger", "only", "o", "filter('only')", "only one", "only facts found in one source", 2),
    Command("ledger", "unknown", "t", "filter('unknown')", "", "only facts that cannot be told"),
    Command("ledger", "kind", "K", "kind", "kind", "only facts of one kind: quantities, dates, quotes …", 4),
    Command("article", "next", "n,right_square_bracket", "turn(1)", "next", "next article of the story", 1),
    Command("article", "previous", "N,left_square_bracket", "turn(-1)", "previous", "previous article of the story", 2),
    Command("article", "compare", "c", "compare", "compare", "the story's accounts side by side", 1),
    Command("article", "read", "m", "toggle_read", "unread", "mark the article unread or read", 3),
    Command("article", "star", "f", "toggle_star", "star", "star the article, or take the star off", 3),
    Command(
        "article", "tag", "t", "tag", "", "tag the article; with a minus before it the tag comes off", takes="NAME"
    ),
    Command("article", "revisions", "v", "revisions", "edits", "what its edits changed, word by word", 5),
    Command("article", "why", "e", "why", "why", "why the article is in its story", 5),
    Command("article", "split", "S", "split", "", "split the article off its story, with a preview"),
    Command("article", "move", "", "move", help="move the article to the story of a number", takes="NUMBER"),
    Command("article", "browser", "o", "browser", "browser", "open the article in the browser", 3),
    Command("article", "copy", "y", "copy_link", "copy", "copy its link", 4),
    Command("article", "quote", "Y", "copy_quote", "", "copy its headline as a quote with its source"),
    Command("article", "back", "h,escape,q,left", "back", "back", "back", 2),
    Command("feeds", "add", "a", "add", "add", "subscribe to a feed by its address", 1, takes="URL"),
    Command("feeds", "pause", "p", "pause", "pause", "ask the feed no more, or again", 2),
    Command("feeds", "rename", "n", "rename", "rename", "give the feed a name of your own", 3, takes="NAME"),
    Command("feeds", "tag", "t", "retag", "tags", "give the feed its tags; a minus alone for none", 3, takes="TAG,TAG"),
    Command("feeds", "back", "h,escape,q,left", "back", "back", "back", 2),
    Command("search", "first", "enter", "first", "", "open the first result, or the one under the cursor", 1),
    Command("search", "down", "down", "results", "results", "to the results", 1),
    Command("search", "back", "escape", "back", "back", "back", 1),
    Command("timeline", "back", "h,escape,q,left", "back", "back", "back", 2),
    Command("plan", "confirm", "enter,y", "confirm", "do it", "do as shown", 1),
    Command("plan", "back", "escape,q,h,n", "back", "leave", "leave all as it is", 1),
    Command("modal", "back", "escape,q,h,e,question_mark,enter", "back", "back", "close", 1),
)

TITLES = {
    "stories": "Stories",
    "compare": "Compare",
    "ledger": "The ledger of facts",
    "article": "Article",
    "feeds": "Feeds",
    "timeline": "Storyline",
    "search": "Search",
    "list": "In every list",
    "text": "In every text",
    "app": "Everywhere",
}
"""The scopes in the order of the help, with its headings."""


def commands(scopes: tuple[str, ...]) -> list[Command]:
    """Return the commands of some scopes, in the order of the scopes and of the table."""
    return [c for scope in scopes for c in COMMANDS if c.scope == scope]
