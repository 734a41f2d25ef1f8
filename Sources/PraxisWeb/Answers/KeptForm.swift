package import HTML
import PraxisDomain
import PraxisWords

/// A form that could not be accepted when it was sent: its target, and what was typed into it.
///
/// It is carried through the sign-in pages in a hidden field that each passes to the next, and is never stored on the server. It is
/// never sent automatically: the last page shows the text with a button.
package struct KeptForm: Sendable {
    /// The hidden field that carries it.
    package static let name = "kept"
    /// The most bytes of a packed form that still fit into the body of the next form, however they are encoded there.
    private static let longest = Limits.bodyBytes * 11 / 20

    private static let typedNames: Set = [
        "body", "title", "note", "domain", "purpose", "contact", "agreement", "text", "needs", "outcome",
        "list", "reflection", "entries", "about",
    ]
    private static let secrets: Set = ["token", "password", "code", "current", name]

    /// A path on this site.
    let path: String
    private let fields: [(name: String, value: String)]

    /// - Returns: nil if nothing was typed, or if the target is not a path on this site.
    init?(to path: String, _ form: Fields) {
        guard Paths.own(path) == path else { return nil }
        self.path = path
        fields = form.pairs.filter { !Self.secrets.contains($0.name) }
        if !typed.contains(where: { !$0.value.isEmpty }) { return nil }
    }

    /// Unpacks a form that an earlier page passed on.
    package init?(packed: String) {
        let halves = packed.split(separator: " ", maxSplits: 1)
        guard halves.count == 2, let form = try? Fields(urlEncoded: Array(halves[1].utf8)) else { return nil }
        self.init(to: String(halves[0]), form)
    }

    /// The whole form as one value.
    package var packed: String {
        path + " " + fields.map { Fields.encode($0.name) + "=" + Fields.encode($0.value) }.joined(separator: "&")
    }

    /// The value of one of its fields.
    package func value(_ name: String) -> String? { fields.first { $0.name == name }?.value }

    /// Whether the next pages can carry it.
    var isPortable: Bool { packed.utf8.count <= Self.longest }

    /// What was typed, to be shown.
    var typed: [(name: String, value: String)] { fields.filter(Self.isTyped) }

    /// The other fields.
    var hidden: [(name: String, value: String)] { fields.filter { !Self.isTyped($0) } }

    /// Whether the field is a single line in its own form.
    static func isOneLine(_ name: String) -> Bool { name == "title" || name == "contact" }

    /// `agreement` is a text in the settings of a community and a number where it is accepted.
    private static func isTyped(_ field: (name: String, value: String)) -> Bool {
        typedNames.contains(field.name) && !(field.name == "agreement" && Int(field.value) != nil)
    }
}

extension Call {
    /// The form in this request: the one that the sign-in pages carry, or else its own.
    package var keptForm: KeptForm? {
        guard route.proof == .form, let form = try? form() else { return nil }
        if let packed = form[KeptForm.name] { return KeptForm(packed: packed) }
        return KeptForm(to: here, form)
    }

    /// What was typed, shown below a refusal, so that no text is lost.
    ///
    /// A button to send it again is shown only if one of our own pages sent it: members must not be made to send someone else's words.
    var keptBelow: HTML {
        guard let kept = keptForm else { return HTML() }
        guard isFromOwnPage else { return shown(kept) }
        let isVisitors = !route.needsMember && (try? form())?[KeptForm.name] == nil
        if session != nil || isVisitors { return sendingAgain(kept) }
        guard kept.isPortable else { return shown(kept) + signInLink }
        return shown(kept) + signingInToSend(kept)
    }

    /// The text only.
    package func shown(_ kept: KeptForm) -> HTML {
        """
        <section class="card" aria-labelledby="kept-h"><h2 id="kept-h">\(words.errors.keptText())</h2>\
        \(each: kept.typed.filter { !$0.value.isEmpty }, { "<p class=\"kept\">\($0.value)</p>" as HTML })</section>
        """
    }

    /// The hidden field that passes the form on to the next page.
    package func carrying(_ kept: KeptForm?) -> HTML {
        guard let kept else { return HTML() }
        return "<input type=\"hidden\" name=\"\(KeptForm.name)\" value=\"\(kept.packed)\">"
    }

    /// The form again, with a currently valid token and, if given, a way to discard it.
    package func sendingAgain(_ kept: KeptForm, orElse leave: HTML = HTML()) -> HTML {
        """
        <form class="card compose" method="post" action="\(kept.path)"><h2>\(words.errors.keptText())</h2>\(tokenField)
        \(each: kept.hidden, { "<input type=\"hidden\" name=\"\($0.name)\" value=\"\($0.value)\">" as HTML })
        \(each: kept.typed, typedField)
        <div class="actions"><button class="btn">\(words.errors.sendAgain())</button>\(leave)</div></form>
        """
    }

    private func typedField(_ typed: (name: String, value: String)) -> HTML {
        let input: HTML =
            KeptForm.isOneLine(typed.name)
            ? "<input class=\"full\" id=\"kept-\(typed.name)\" name=\"\(typed.name)\" value=\"\(typed.value)\">"
            : "<textarea id=\"kept-\(typed.name)\" name=\"\(typed.name)\">\n\(typed.value)</textarea>"
        return """
            <div class="field"><label for="kept-\(typed.name)">\(words.label(of: typed.name) ?? words.errors.keptText())</label>\(input)</div>

            """
    }

    private func signingInToSend(_ kept: KeptForm) -> HTML {
        """
        <form method="post" action="\(Paths.signInAgain)">\(tokenField)\(carrying(kept))\
        <div class="actions"><button class="btn">\(words.errors.signInAndSend())</button></div></form>
        """
    }

    var signInLink: HTML {
        "<div class=\"actions\"><a class=\"btn\" href=\"\(Paths.signIn(thenTo: Paths.home))\">\(words.common.signIn())</a></div>"
    }
}
