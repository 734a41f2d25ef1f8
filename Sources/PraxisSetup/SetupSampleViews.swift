import HTML
import PraxisCapability
import PraxisWeb
import PraxisWords

extension StyleSample {
    /// A step that is done, one to do with what can be done at once, one to do, and one that cannot be taken yet.
    static let tasks = StyleSample("tasks", { $0.setup.firstSteps.title() }) { call, texts in
        let path = Paths.community(slug)
        var rows = texts.titles.prefix(4).enumerated().map { index, title in
            StepRow(call.words.setup, title, texts.posts[1], to: index == 3 ? nil : path)
        }
        rows[0].isDone = true
        rows[1].action = call.button(path, call.words.common.save(), style: "btn alt")
        return "<section class=\"card\"><ol class=\"tasks\">\(each: rows, \.html)</ol></section>"
    }
}
