import HTML
import PraxisCapability
import PraxisWeb
import PraxisWords

/// What pages are made of, with its states: what the kernel draws, then the samples that each capability brings.
struct StyleguidePageView: PageView {
    let call: Call

    private var words: StyleWords { call.words.style }

    var page: Page {
        var page = Page(
            words.title(),
            main: "\(contents)\(each: sections, { section($0) })"
        )
        page.lead = "<p class=\"lead\">\(words.lead())</p>"
        page.shape = .wide
        page.crumbs = [Page.Crumb(call.words.common.settings(), Paths.settings)]
        return page
    }

    private var texts: StyleSample.Texts {
        StyleSample.Texts(
            names: Self.names,
            titles: words.samples.titles,
            posts: words.samples.posts,
            community: words.samples.community(),
            group: words.samples.group()
        )
    }

    private static let names = [
        "Ann Okafor", "Sam Ellis", "Maricel Santos", "Zoë Tremblay-Nakamura", "Kit", "Ruth Adeyemi",
    ]

    private var sections: [StyleSection] {
        let sheet = StyleSheetPlan(String(decoding: Assets(call.env.capabilities.pages).sheets, as: UTF8.self))
        let brought = call.env.capabilities.parts(of: StyleSample.self).map {
            StyleSection($0.id, $0.heading(call.words), $0.draw(call, texts))
        }
        return StyleTokenView(call: call, sheet: sheet).sections
            + StyleFormView(call: call, name: Self.names[0]).sections
            + StylePartView(call: call).sections + brought
    }

    private var contents: HTML {
        """
        <nav class="sample" aria-label="\(words.contents())"><ul class="across">\
        \(each: sections, { "<li><a href=\"#\($0.id)\">\($0.heading)</a></li>" as HTML })</ul></nav>

        """
    }

    private func section(_ section: StyleSection) -> HTML {
        """
        <section class="sample" id="\(section.id)" aria-labelledby="\(section.id)-sample"><h2 id="\(section.id)-sample">\(section.heading)</h2>
        \(section.content)</section>

        """
    }
}

/// A section of the page.
struct StyleSection {
    let id: String
    let heading: String
    let content: HTML

    init(_ id: StaticString, _ heading: String, _ content: HTML) {
        (self.id, self.heading) = (id.description, heading)
        self.content = content
    }
}
