import PraxisCapability
package import PraxisDomain
package import PraxisWeb

/// The initial content of the composer.
enum Composition {
    /// Maximum lines of a quoted post.
    private static let longestQuote = 60

    /// Markdown that quotes `body`: a line that says who wrote it and links to the post, then every line after a ">".
    static func quote(_ body: String, attribution: String, of post: PostID) -> String {
        let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
        var quoted = lines.prefix(longestQuote).map { $0.isEmpty ? ">" : "> " + $0 }
        if lines.count > longestQuote { quoted.append("> …") }
        return "> [\(escaped(attribution))](\(Paths.post(post)))\n>\n" + quoted.joined(separator: "\n") + "\n\n"
    }

    /// Text that stands in a link as it is, whatever marks it holds.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            if "\\`*_{}[]()<>#+-.!|~&@:".contains(character) { escaped.append("\\") }
            escaped.append(character)
        }
        return escaped
    }
}

/// What a member typed into a composer, as it came.
package struct TypedPost: Sendable {
    package var title = ""
    package var body = ""
    package var kind = ThreadKind.discussion.rawValue
    /// The slug of the group for a new thread: empty if none is chosen, nil if the form has no such field.
    package var group: String?
    package var replyTo: PostID?
    /// The draft's revision, or that of the post that is edited.
    package var revision: Int?
    /// The revision of another draft in the chosen group that may be replaced.
    package var over: Int?
    /// A digest of the text whose author has been told that it may identify a person.
    package var told = ""
    /// The `ThreadOccasion` that the form is filled in for; empty for none.
    package var occasion = ""
    /// Where its author goes after posting on that occasion.
    package var then = ""
    /// The form's own key: sending it again makes no second post.
    package var key = ""

    package init() {}

    package init(_ form: Fields) {
        (title, body) = (form.text("title"), form.text("body"))
        kind = form["kind"] ?? kind
        group = form["group"]
        replyTo = form["replyTo"].flatMap { PostID($0) }
        revision = form["revision"].flatMap { Int($0) }
        over = form["over"].flatMap { Int($0) }
        key = form.text("key")
        told = form.text("told")
        (occasion, then) = (form.text("occasion"), form.text("then"))
    }

    /// What is wrong with its text, if it were sent as it is.
    package var problem: Denial? {
        do {
            _ = try PostText(body)
            return nil
        } catch {
            return error
        }
    }

    /// What is to be posted, of one of these kinds.
    /// - Throws: `Denial.input` with all that is wrong.
    func newThread(of kinds: ThreadKinds) throws(Denial) -> NewThread {
        var errors: [FieldError] = []
        var title: Title?, text: PostText?
        do { title = try Title(self.title) } catch .input(let found) { errors += found } catch { throw error }
        do { text = try PostText(body) } catch .input(let found) { errors += found } catch { throw error }
        let kind = kinds.kind(kind)
        if kind == nil { errors.append(FieldError("kind", .notAChoice(kinds.words))) }
        guard let title, let text, let kind else { throw .input(errors) }
        return NewThread(title: title, kind: kind, body: text)
    }
}
