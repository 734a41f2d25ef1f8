import PraxisWords
package import HTML
package import PraxisDomain

// The small components that all slices' views share; the style sheet knows their classes.

extension Call {
    /// The hidden field that proves a form is ours.
    package var tokenField: HTML { "<input type=\"hidden\" name=\"token\" value=\"\(formToken)\">" }

    /// The language attribute of a text, if it differs from the page's (WCAG 3.1.2).
    package func lang(_ language: Language) -> HTML { words.lang(language) }

    /// A form that consists of one button.
    package func button(
        _ action: String,
        _ label: String,
        style: StaticString = "btn quiet",
        fields: [(String, String)] = [],
        about: String = "",
        mark: HTML = HTML(),
        attributes: HTML = HTML()
    ) -> HTML {
        """
        <form method="post" action="\(action)">\(tokenField)\
        \(each: fields, { "<input type=\"hidden\" name=\"\($0.0)\" value=\"\($0.1)\">" as HTML })\
        <button class="\(style.description)"\(attributes)>\(label)\(mark)\(if: !about.isEmpty, "<span class=\"vh\"> \(about)</span>")</button></form>
        """
    }

    /// The link back from a form that has its own page.
    package func cancel(_ path: String) -> HTML {
        " <a class=\"btn alt\" href=\"\(path)\">\(words.common.cancel())</a>"
    }

    /// The confirmation of what was done, above the heading, with an undo button if there is one.
    package func banner(_ text: String, style: StaticString = "ok", undo: HTML = HTML(), id: StaticString = "") -> HTML
    {
        """
        <div class="banner \(style.description)" role="status">\
        <p\(if: !id.description.isEmpty, " id=\"\(id.description)\"")>\(text)</p>\(undo)</div>
        """
    }

    /// The list of all errors in a form, above its heading; each line links to its field.
    ///
    /// `labels` are the names of fields on this page, if they differ from the usual ones.
    package func errorSummary(_ errors: [FieldError], _ labels: [String: String] = [:]) -> HTML {
        if errors.isEmpty { return HTML() }
        return """
            <div class="errors" role="alert" tabindex="-1" aria-labelledby="errors-h"><h2 id="errors-h">\(words.errors.heading())</h2>
            <ul>\(each: errors, { "<li><a href=\"#\($0.field)\">\(words.summary(of: $0, labels))</a></li>" as HTML })</ul></div>
            """
    }

    /// A time as shown to the reader, with the exact one for machines.
    package func time(_ moment: Timestamp) -> HTML {
        "<time datetime=\"\(moment.rfc3339)\">\(self.moment(moment))</time>"
    }

    /// Links to numbered pages; empty if there is only one page.
    package func pagination(_ current: Int, of count: Int, path: (Int) -> String) -> HTML {
        if count <= 1 { return HTML() }
        let shown = (1...count).filter { $0 == 1 || $0 == count || abs($0 - current) <= 2 }
        var items = HTML()
        if current > 1 {
            items += "<li><a href=\"\(path(current - 1))\" rel=\"prev\">\(words.common.previous())</a></li>"
        }
        var last = 0
        for number in shown {
            if number > last + 1 { items += "<li><span>…</span></li>" }
            items +=
                "<li><a href=\"\(path(number))\"\(if: number == current, " aria-current=\"page\"")>\(number)</a></li>"
            last = number
        }
        if current < count {
            items += "<li><a href=\"\(path(current + 1))\" rel=\"next\">\(words.common.next())</a></li>"
        }
        return "<nav class=\"pages\" aria-label=\"\(words.common.pages())\"><ul>\(items)</ul></nav>"
    }
}

/// A labelled field of a form: its value as typed, its hint and its error.
package struct Field: Sendable {
    package let name: String
    package let label: String
    /// Shown after the label.
    package var mark = HTML()
    package var hint = ""
    package var value = ""
    package var type: StaticString = "text"
    package var style: StaticString = ""
    package var autocomplete: StaticString = ""
    package var problem: FieldError.Problem?
    package var isArea = false
    package var attributes = HTML()

    package init(_ name: String, _ label: String) { (self.name, self.label) = (name, label) }

    package init(_ name: String, _ label: String, value: String, errors: [FieldError]) {
        self.init(name, label)
        self.value = value
        problem = errors.first { $0.field == name }?.problem
    }
}

extension Call {
    package func field(_ field: Field) -> HTML {
        let described = [
            field.hint.isEmpty ? nil : "\(field.name)-hint", field.problem == nil ? nil : "\(field.name)-error",
        ]
        .compactMap { $0 }.joined(separator: " ")
        let attributes: HTML = """
            id="\(field.name)" name="\(field.name)"\(if: field.isArea || field.type.description == "text", " dir=\"auto\"")\
            \(if: !field.style.description.isEmpty, " class=\"\(field.style.description)\"")\
            \(if: !field.autocomplete.description.isEmpty, " autocomplete=\"\(field.autocomplete.description)\"")\
            \(if: field.problem != nil, " aria-invalid=\"true\"")\(if: !described.isEmpty, " aria-describedby=\"\(described)\"")\(field.attributes)
            """
        let input: HTML =
            field.isArea
            ? "<textarea \(attributes)>\n\(field.value)</textarea>"
            : "<input type=\"\(field.type.description)\" value=\"\(field.value)\" \(attributes)>"
        let sentence = field.problem.map { words.sentence($0, of: field.name) }
        let error = sentence.map { "<span class=\"error\" id=\"\(field.name)-error\">\($0)</span>" as HTML }
        return """
            <div class="field\(if: field.problem != nil, " bad")"><label for="\(field.name)">\(field.label)\(field.mark)</label>\
            \(if: !field.hint.isEmpty, "<span class=\"hint\" id=\"\(field.name)-hint\">\(field.hint)</span>")\(error)\(input)</div>
            """
    }
}

/// Several people, hidden from screen readers together.
package func faces(_ people: some Sequence<(id: MemberID, name: String)>) -> HTML {
    """
    <span class="faces" aria-hidden="true">\
    \(each: people, { "<b class=\"f\($0.id.rawValue % 8)\">\(initials($0.name))</b>" as HTML })</span>
    """
}

/// Two initials and a colour for a person, always the same.
package func face(_ name: String, _ id: MemberID) -> HTML {
    "<span class=\"face f\(id.rawValue % 8)\" aria-hidden=\"true\">\(initials(name))</span>"
}

private func initials(_ name: String) -> Substring {
    var initials = name.prefix(1)
    if let space = name.utf8.lastIndex(of: UInt8(ascii: " ")) {
        initials += name[name.utf8.index(after: space)...].prefix(1)
    }
    return initials
}

extension Words {
    /// The attribute that says that a text is in that language, where what stands around it is in another (WCAG 3.1.2).
    package func lang(_ language: Language) -> HTML {
        language == self.language ? HTML() : " lang=\"\(language.rawValue)\""
    }
}

extension [HTML] {
    /// Those that are not empty, with a point between each two.
    package var withPoints: HTML {
        reduce(into: HTML()) { line, part in
            if part.isEmpty { return }
            if !line.isEmpty { line += " · " }
            line += part
        }
    }
}
