package import HTML
import PraxisDomain
import PraxisWords

/// A form that could not be taken when it was sent: where it was going, and what was typed into it.
///
/// It lives in the pages that lead through signing in, each of which hands it to the next as one hidden field, and nowhere on
/// the server. It is never sent by itself: the last page shows the text with a button.
package struct KeptForm: Sendable {
    /// The hidden field that carries it.
    package static let name = "kept"
    /// Bytes of a packed form that still fit into the body of the next one, however they are encoded there.
    private static let longest = Limits.bodyBytes * 11 / 20

    private static let typedNames: Set = ["body", "title", "note", "domain", "purpose", "contact", "agreement", "text"]
    private static let secrets: Set = ["token", "password", "code", "current", name]

    /// An address of ours.
    let path: String
    private let fields: [(name: String, value: String)]

    /// - Returns: nothing where nothing was typed, or where it goes to no address of ours.
    init?(to path: String, _ form: Fields) {
        guard Paths.own(path) == path else { return nil }
        self.path = path
        fields = form.pairs.filter { !Self.secrets.contains($0.name) }
        if !typed.contains(where: { !$0.value.isEmpty }) { return nil }
    }

    /// What a page before this one handed on.
    package init?(packed: String) {
        let halves = packed.split(separator: " ", maxSplits: 1)
        guard halves.count == 2, let form = try? Fields(urlEncoded: halves[1].utf8) else { return nil }
        self.init(to: String(halves[0]), form)
    }

    /// The whole form as one value.
    package var packed: String {
        path + " " + fields.map { Fields.encode($0.name) + "=" + Fields.encode($0.value) }.joined(separator: "&")
    }

    /// A field that goes with it.
    package func value(_ name: String) -> String? { fields.first { $0.name == name }?.value }

    /// Whether the next pages can carry it.
    var isPortable: Bool { packed.utf8.count <= Self.longest }

    /// What somebody wrote, to be shown.
    var typed: [(name: String, value: String)] { fields.filter(Self.isTyped) }

    /// All else that goes with it.
    var hidden: [(name: String, value: String)] { fields.filter { !Self.isTyped($0) } }

    /// Whether its own form has it as one line.
    static func isOneLine(_ name: String) -> Bool { name == "title" || name == "contact" }

    /// An agreement is a text in the settings of a community and a number where it is accepted.
    private static func isTyped(_ field: (name: String, value: String)) -> Bool {
        typedNames.contains(field.name) && !(field.name == "agreement" && Int(field.value) != nil)
    }
}

extension Call {
    /// The form that this request brings: the one that the pages of signing in carry, or else its own.
    package var keptForm: KeptForm? {
        guard route.proof == .form, let form = try? form() else { return nil }
        if let packed = form[KeptForm.name] { return KeptForm(packed: packed) }
        return KeptForm(to: here, form)
    }

    /// What was typed, below a refusal: nothing that a member wrote is lost by one.
    ///
    /// A button that sends it again stands there only where one of our own pages sent it: nobody else's words are put into a
    /// member's hand.
    var keptBelow: HTML {
        guard let kept = keptForm else { return HTML() }
        guard isFromOwnPage else { return shown(kept) }
        let isVisitors = !route.needsMember && (try? form())?[KeptForm.name] == nil
        if session != nil || isVisitors { return sendingAgain(kept) }
        guard kept.isPortable else { return shown(kept) + signInLink }
        return shown(kept) + signingInToSend(kept)
    }

    /// The text alone.
    package func shown(_ kept: KeptForm) -> HTML {
        """
        <section class="card" aria-labelledby="kept-h"><h2 id="kept-h">\(words.errors.keptText())</h2>\
        \(each: kept.typed.filter { !$0.value.isEmpty }, { "<p class=\"kept\">\($0.value)</p>" as HTML })</section>
        """
    }

    /// The hidden field that hands the form on to the next page.
    package func carrying(_ kept: KeptForm?) -> HTML {
        guard let kept else { return HTML() }
        return "<input type=\"hidden\" name=\"\(KeptForm.name)\" value=\"\(kept.packed)\">"
    }

    /// The form again, with a token that holds now and, where there is one, a way to leave it.
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
