import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

/// Who was at a date, above its posts: from its beginning on.
struct AttendanceView {
    let call: Call
    let gathering: Gathering
    let attendance: Attendance
    /// Of the thread; nil for a visitor.
    let facts: Facts?

    private var said: GatheringAttendanceWords { call.words.gatherings.attendance }
    private var own: Attended? { attendance.own(facts?.viewer.member) }
    private var isPresent: Bool { own?.isPresent ?? false }
    private var isHost: Bool { facts.map { Policy.allows(KeepAttendance.self, $0) } ?? false }
    private var attends: Bool { facts.map { Policy.allows(Attend.self, $0) } ?? false }
    private var takesCodeWord: Bool { AttendancePlan.takesCodeWord(gathering, at: call.now) }
    private var declares: Bool {
        attends && AttendancePlan.takesDeclarations(gathering, at: call.now) && !(own?.way.isHosts ?? false)
    }

    /// Empty before it begins, and for one that does not take place.
    var html: HTML {
        if AttendancePlan.refusal(gathering, at: call.now) != nil { return HTML() }
        let count = attendance.present
        return """
            <section class="card" aria-labelledby="attendance-h"><h2 id="attendance-h">\(said.heading())</h2>
            <p>\(count == 0 ? said.nobody() : said.present(count))</p>\(if: isHost, hostPart)\(ownPart)</section>

            """
    }

    private var ownPart: HTML {
        if isPresent { return "\(ownLine)\(if: gathering.endAt <= call.now, certificate)\(if: declares, takeBack)" }
        if own?.way.isHosts ?? false { return "<p>\(said.youWereNot())</p>" }
        if !declares { return HTML() }
        return takesCodeWord && !isHost
            ? "\(codeForm)\(declaration(said.wasThereWithout()))" : declaration(said.wasThere())
    }

    private var ownLine: HTML {
        guard let own else { return HTML() }
        return "<p><strong>\(said.youWere(own.minutes))</strong> \(said.how(own.way))</p>"
    }

    private var certificate: HTML {
        let said = call.words.gatherings.certificates
        return """
            <div class="row no-print">\(call.button(Paths.makeCertificate(gathering.thread), said.make(), style: "btn alt"))</div>
            <p class="hint no-print">\(said.makeHint())</p>
            """
    }

    private var takeBack: HTML {
        """
        <div class="row no-print">\(call.button(Paths.attend(gathering.thread), said.takeBack(), fields: [("present", "no")]))</div>
        """
    }

    private func declaration(_ label: String) -> HTML {
        """
        <div class="row no-print">\
        \(call.button(Paths.attend(gathering.thread), label, style: "btn alt", fields: [("present", "yes")]))</div>
        """
    }

    private var codeForm: HTML {
        """
        <form class="no-print" method="post" action="\(Paths.attend(gathering.thread))">\(call.tokenField)\
        \(AttendFormPageView.codeField(call, "", []))\
        <div class="row"><button class="btn">\(said.enterCode())</button></div></form>
        """
    }

    private var hostPart: HTML {
        let code = call.codeWord(of: gathering.thread).text
        let word: HTML = """
            <div class="inset plain no-print"><p>\(said.codeWord()) <strong>\(code)</strong></p><p class="hint">\(said.codeWordHint())</p></div>
            """
        return """
            <div class="row no-print"><a class="btn alt" href="\(Paths.attendance(gathering.thread))">\(said.list())</a></div>
            \(if: takesCodeWord, word)
            """
    }

    /// That what the form before this page said of its reader is so.
    var banner: HTML {
        if isPresent, let own { return call.banner(said.youWere(own.minutes)) }
        return own == nil ? HTML() : call.banner(said.isTakenBack())
    }
}

extension GatheringAttendanceWords {
    /// How it is known, to the member.
    func how(_ way: AttendanceWay) -> String {
        switch way {
        case .own: youSaid()
        case .code: byCode()
        case .host: byHost()
        case .file: byFile()
        }
    }

    /// The same of somebody else, in a line of the list.
    func tag(_ way: AttendanceWay) -> String {
        switch way {
        case .own: saidSo()
        case .code: codeTag()
        case .host: hostTag()
        case .file: fileTag()
        }
    }
}
