import HTML
import PraxisWeb
import PraxisWords

/// What pages of every capability have: what was done, what to know first, numbered pages, disclosure and facts.
struct StylePartView {
    let call: Call

    private var words: StyleWords { call.words.style }

    private var samples: StyleSampleWords { words.samples }

    var sections: [StyleSection] {
        [
            StyleSection("banners", words.banners(), banners), StyleSection("insets", words.insets(), insets),
            StyleSection("pages", words.pagesText(), pages), StyleSection("disclosure", words.disclosure(), disclosure),
            StyleSection("facts", words.facts(), facts),
        ]
    }

    private var banners: HTML {
        let undo = call.button(Paths.styleguide, call.words.common.undo())
        return """
            \(call.banner(samples.done(), undo: undo))\(call.banner(call.words.common.saved()))\
            \(call.banner(samples.sentence(), style: "info"))\(call.banner(samples.sentence(), style: "warn"))\
            \(call.banner(samples.sentence(), style: "danger"))
            """
    }

    private var insets: HTML {
        let styles = ["inset", "inset warn", "inset danger", "inset plain"]
        return """
            \(each: styles, { "<div class=\"\($0)\"><p>\(samples.warning())</p></div>" as HTML })\
            <section class="card"><h3>\(samples.label())</h3><p>\(samples.sentence())</p></section>\
            <p class="empty">\(call.words.common.nothingHere())</p>
            """
    }

    private var pages: HTML {
        let path = { (_: Int) in Paths.styleguide + "#pages" }
        return "\(call.pagination(1, of: 3, path: path))\(call.pagination(8, of: 20, path: path))"
    }

    private var disclosure: HTML {
        """
        <details><summary>\(call.words.common.more())</summary><div class="box"><p>\(samples.sentence())</p></div></details>\
        <details open><summary>\(call.words.common.more())</summary><div class="box"><p>\(samples.sentence())</p></div></details>
        """
    }

    private var facts: HTML {
        let pairs = zip(samples.titles, samples.choices)
        return """
            <dl class="facts">\(each: pairs.map { $0 }, { "<dt>\($0.0)</dt><dd>\($0.1)</dd>" as HTML })</dl>\
            <ul class="links">\(each: samples.choices, { "<li><a href=\"\(Paths.styleguide)\">\($0)</a></li>" as HTML })</ul>
            """
    }
}
