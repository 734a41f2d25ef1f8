package import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

/// How to become a member from here, or the state of the viewer's request.
struct WayInView {
    let call: Call
    let view: CommunityView

    var html: HTML {
        let communities = call.words.communities, line = view.details.line
        if view.details.hasAsked {
            let withdrawal = Paths.withdrawRequest(PlacePaths(community: line.slug))
            return AskedView(call: call, sentence: communities.hasAsked(), withdrawal: withdrawal).html
        }
        let path = Paths.joinCommunity(line.slug)
        let label = line.joining == .request ? communities.askToJoin() : communities.join()
        let action: HTML =
            if line.joining == .invite {
                HTML()
            } else if !view.rights.isSignedIn {
                signInOrUp(thenTo: path, communities.signInToJoin(), call.words.door.signUpToJoin())
            } else if view.rights.joins {
                "<a class=\"btn\" href=\"\(path)\">\(label)</a>"
            } else {
                HTML()
            }
        return
            "<section class=\"card\"><p>\(call.words.sentence(on: line.joining))</p><div class=\"actions\">\(action)</div></section>"
    }
}

/// For a visitor, who may have an account or not: both ways come back to `path`.
package func signInOrUp(thenTo path: String, _ signIn: String, _ signUp: String) -> HTML {
    """
    <a class="btn" href="\(Paths.signUp(thenTo: path))">\(signUp)</a> \
    <a class="btn alt" href="\(Paths.signIn(thenTo: path))">\(signIn)</a>
    """
}

/// Says that a request is waiting, with the button that takes it back.
struct AskedView {
    let call: Call
    let sentence: String
    /// Where the button leads.
    let withdrawal: String

    var html: HTML {
        "<div class=\"inset\"><p>\(sentence)</p>\(call.button(withdrawal, call.words.door.withdraw(), style: "btn alt"))</div>"
    }
}

/// A note to those who decide, as a field.
struct NoteFieldView {
    let call: Call
    let label: String
    let hint: String
    let typed: String
    let errors: [FieldError]

    var html: HTML {
        var note = Field("note", "\(label) \(call.words.common.optional())", value: typed, errors: errors)
        (note.hint, note.isArea) = (hint, true)
        return call.field(note)
    }
}
