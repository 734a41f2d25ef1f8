import HTML
import PraxisWeb
import PraxisWords

/// A step of a list of things to do: what it is called, why, where it is done, and whether it is.
struct StepRow {
    private let said: SetupWords
    private let name: String
    private let hint: String
    /// Nil for a step that cannot be taken yet.
    private let path: String?
    var isDone = false
    /// What stands instead of "Done" and "To do"; nil if one of these is right.
    var tag: HTML?
    /// What can be done at once, below the hint.
    var action = HTML()

    init(_ said: SetupWords, _ name: String, _ hint: String, to path: String?) {
        self.said = said
        self.name = name
        self.hint = hint
        self.path = path
    }

    var html: HTML {
        let title: HTML = path.map { "<a href=\"\($0)\">\(name)</a>" } ?? "\(name)"
        return """
            <li\(if: isDone, " class=\"is-done\"")><div><h3>\(title)</h3><p class="meta">\(hint)</p>\(action)</div>\(state)</li>

            """
    }

    private var state: HTML {
        if path == nil { return "<span class=\"tag\">\(said.isLater())</span>" }
        if isDone { return "<span class=\"tag ok\">\(Icon.check.html) \(said.isDone())</span>" }
        return tag ?? "<span class=\"tag\">\(said.isToDo())</span>"
    }
}
