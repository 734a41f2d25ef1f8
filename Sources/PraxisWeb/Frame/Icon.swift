package import HTML

/// A drawn sign, always beside the words that say the same: by itself it tells nobody anything.
///
/// Drawn on 20 × 20 in one stroke of the text's colour; all lie in the file of the site's mark (`Resources/icons/praxis.svg`).
package enum Icon: String, CaseIterable, Sendable {
    /// Who can read: the group alone, everyone, nobody until it is decided, the members.
    case lock, globe, hidden, people
    /// What a discussion is.
    case chat, question, check, notice, story, pin
    /// What can be done.
    case reply, search, bookmark, flag, edit, more, plus, print, out, back
    /// What things are about.
    case calendar, file, bell, clock, mail, settings, warning

    /// As large as the style sheet says; the mark is short, since a page of lists has dozens of it.
    package var html: HTML {
        "<svg class=\"icon\" aria-hidden=\"true\"><use href=\"\(Assets.iconPath)#\(rawValue)\"/></svg>"
    }
}
