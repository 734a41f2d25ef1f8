import HTML
import PraxisCapability
import PraxisDomain
import PraxisPlaces
import PraxisWeb
import PraxisWords

/// Who comes to a date, and the reader's own answer, above its posts.
struct ComingView {
    let call: Call
    let gathering: Gathering
    let answers: Answers
    /// What its hosts wrote to people by what they answered.
    let messages: [AddressedMessage]
    /// Of the thread; nil for a visitor.
    let facts: Facts?

    private var said: GatheringAnswerWords { call.words.gatherings.answers }
    private var own: GivenAnswer? { answers.own(facts?.viewer.member) }
    private var isOpen: Bool { gathering.takesAnswers(at: call.now) }
    private var mayAnswer: Bool { isOpen && (facts.map { Policy.allows(AnswerGathering.self, $0) } ?? false) }
    private var namesPeople: Bool { facts.map { Policy.allows(SeeComing.self, $0) } ?? false }

    /// Nothing of a cancelled date that no one answered.
    var html: HTML {
        if gathering.state == .cancelled && answers.given.isEmpty && answers.maybe == 0 { return HTML() }
        let numbers = AnswerNumbers(call: call, answers: answers, isOver: !isOpen)
        return """
            <section class="card" aria-labelledby="coming-h"><h2 id="coming-h">\(heading)</h2>
            \(if: own != nil, ownLine)\(letters)\(if: mayAnswer, buttons)<p>\(numbers.sentences)</p>\(names)\(if: facts == nil && isOpen, wayIn)</section>

            """
    }

    /// Those who have not said yet are asked.
    private var heading: String {
        if !isOpen { return said.headingAfter() }
        return mayAnswer && own == nil ? said.question() : said.heading()
    }

    private var names: HTML {
        guard namesPeople, !answers.given.isEmpty else { return HTML() }
        let others = answers.seats.seated.count - answers.names.count
        let list = answers.names.joined(separator: ", ")
        let text = others > 0 ? said.andMore(others, "names", list) : list
        return """
            \(if: !answers.names.isEmpty, "<p><bdi>\(text)</bdi></p>")
            <p><a href="\(Paths.answers(gathering.thread))">\(said.all())</a></p>
            """
    }

    private var ownLine: HTML {
        let change: HTML =
            mayAnswer ? " <a href=\"\(Paths.answer(gathering.thread))\">\(said.needsLink())</a>" : ""
        let sentence = own.map { call.words.gatherings.sentence($0, isOpen: isOpen) } ?? ""
        return "<p><strong>\(sentence)</strong>\(change)</p>"
    }

    /// The way to those messages that the reader gets, or to all of them for a host.
    private var letters: HTML {
        guard let facts else { return HTML() }
        let isHost = Policy.allows(ChangeGathering.self, facts)
        let count = messages.count { $0.isShown(to: own, isHost: isHost, at: call.now) }
        if count == 0 { return HTML() }
        return
            "<p><a href=\"\(Paths.messages(gathering.thread))\">\(call.words.gatherings.messages.count(count))</a></p>"
    }

    private var wayIn: HTML {
        let common = call.words.common
        return """
            <p>\(answers.seats.isFull ? said.toJoinList() : said.toCome())</p><div class="row no-print">\(signInOrUp(thenTo: Paths.thread(gathering.thread), common.signIn(), common.signUp()))</div>
            """
    }

    private var buttons: HTML {
        """
        <form class="row no-print" method="post" action="\(Paths.answer(gathering.thread))">\(call.tokenField)\
        \(each: GatheringAnswer.allCases, button)</form>
        """
    }

    private func button(_ answer: GatheringAnswer) -> HTML {
        let isOwn = own?.answer == answer
        return """
            <button class="btn alt" name="answer" value="\(answer.rawValue)" aria-pressed="\(isOwn ? "true" : "false")">\
            \(call.words.gatherings.choice(answer, after: own, answers.seats))</button>
            """
    }
}

/// How many said what, in sentences.
struct AnswerNumbers {
    let call: Call
    let answers: Answers
    let isOver: Bool

    var sentences: String {
        let said = call.words.gatherings.answers, seats = answers.seats
        let seated = seats.seated.count, waiting = seats.waiting.count
        var all: [String] = []
        if isOver {
            all.append(seated == 0 ? said.nobodyCame() : said.came(seated))
        } else if let capacity = seats.capacity {
            all.append(said.comingOf(seated, "capacity", String(capacity)))
        } else {
            all.append(seated == 0 ? said.nobody() : said.coming(seated))
        }
        if waiting > 0, !isOver { all.append(said.waiting(waiting)) }
        if answers.maybe > 0 { all.append((isOver ? said.saidMaybe : said.maybe)(answers.maybe)) }
        return all.joined(separator: " ")
    }
}

extension GatheringWords {
    /// What a reader said, to them.
    ///
    /// `isOpen` says whether the date still takes answers: of one that is over or cancelled nothing is said of what is to come.
    func sentence(_ own: GivenAnswer, isOpen: Bool) -> String {
        if let waiting = own.waiting {
            return (isOpen ? answers.youWait : answers.youWaited)(["place": String(waiting)])
        }
        return switch own.answer {
        case .yes: isOpen ? answers.youCome() : answers.youCame()
        case .maybe: answers.youMay()
        case .no: answers.youDoNot()
        }
    }

    /// What a member chooses from, who said `own` before: to say yes to a date that is full is to join its waiting list.
    func choice(_ answer: GatheringAnswer, after own: GivenAnswer?, _ seats: SeatPlan) -> String {
        guard answer == .yes, own?.waiting != nil || own?.answer != .yes && seats.isFull else { return choice(answer) }
        return own?.waiting != nil ? answers.onList() : answers.joinList()
    }

    private func choice(_ answer: GatheringAnswer) -> String {
        switch answer {
        case .yes: answers.yes()
        case .maybe: answers.perhaps()
        case .no: answers.no()
        }
    }
}
