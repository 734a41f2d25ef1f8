import HTML
import PraxisCapability
import PraxisCommunity
import PraxisDomain
import PraxisWeb
import PraxisWords

/// What the pages of the queue say alike.
struct QueueParts {
    let call: Call
    /// Looked up once: a list asks for them at each line.
    let kinds: QueueKinds

    init(call: Call) {
        self.call = call
        kinds = call.env.capabilities.queueKinds
    }

    private var said: TriageWords.Queue { call.words.triage.queue }

    /// "Report: a client could be identified".
    ///
    /// `isNamed` says that its reader may know whose it is: then a first post says so.
    func heading(of line: QueueLine, isNamed: Bool) -> String {
        if isNamed && line.kind == .held { return said.firstPostBy(["name": line.member.name]) }
        return kinds[line.kind].heading(call.words, line)
    }

    /// Such as "6 wait for you, the oldest for 2 h".
    func waitingLine(_ count: Int, _ oldest: Timestamp?) -> String {
        guard let oldest, count > 0 else { return said.nothingWaits() }
        return said.waiting(count, "age", call.words.triage.age(call.now.since(oldest)))
    }

    /// For how long an item is waiting; since when, for those who point at it.
    func waitingFor(_ line: QueueLine) -> HTML { since(line, "\(said.waitingFor(["age": howLong(line)]))") }

    /// The same for a row of a list, where the age alone is seen.
    func age(of line: QueueLine) -> HTML {
        let age = howLong(line)
        return since(
            line,
            "<span class=\"vh\">\(said.waitingFor(["age": age]))</span><span aria-hidden=\"true\">\(age)</span>"
        )
    }

    private func howLong(_ line: QueueLine) -> String { call.words.triage.age(call.now.since(line.createdAt)) }

    private func since(_ line: QueueLine, _ text: HTML) -> HTML {
        "<time datetime=\"\(line.createdAt.rfc3339)\" title=\"\(call.moment(line.createdAt))\">\(text)</time>"
    }

    /// Who can read a queue and what stands in it, which is not who can read the place.
    var readers: HTML { ReadersStrip(.members, "\(said.readers())", call.words).html }

    /// Who can open the page of an item: of what is about a post fewer than of the queue as a whole.
    func readers(of line: QueueLine) -> HTML {
        guard line.isAboutPost, let group = line.group else { return readers }
        let sentence = group.isConfidential ? said.readersOfConfidential() : said.readersOfPost()
        return ReadersStrip(.members, "\(sentence)", call.words).html
    }

    /// What was just done, with how many are left and its undoing; nothing of a decision that cannot be undone any more.
    func banner(_ slug: String, waiting: Int, decided: QueueItemID?) -> HTML {
        let triage = call.words.triage, item = triage.item
        guard let word = call.query["done"] else { return HTML() }
        if let done = call.words.named.queueDone[word], let decided {
            let text = "\(done()) \(item.left(waiting))"
            let path = Paths.undoItem(slug, decided)
            let keys = QueueKeys(call: call), label = call.words.common.undo()
            let undo = call.button(path, label, mark: keys.mark(.undo), attributes: keys.shortcut(.undo))
            return call.banner(text, undo: undo, id: "said")
        }
        let sentences = [
            "undone": item.undone(), "noted": item.noted(), "passed-on": item.passedOn(), "skipped": item.skipped(),
            "keys-on": triage.keys.isOn(["key": QueueKey.list.rawValue]), "keys-off": triage.keys.isOff(),
        ]
        return sentences[word].map { call.banner($0, id: "said") } ?? HTML()
    }
}
