package import PraxisWords

/// Dates and their pages: `gatherings` in the files.
package final class GatheringWords: WordSection {
    package static let name = "gatherings"

    package let title: Phrase
    package let explanation: Phrase
    package let pastExplanation: Phrase
    package let kind: Kind
    package let mode: Mode
    package let fields: GatheringFieldWords
    package let answers: GatheringAnswerWords
    package let series: GatheringSeriesWords
    package let holidays: HolidayWords
    package let agenda: GatheringAgendaWords
    package let calendar: GatheringCalendarWords
    package let questions: GatheringQuestionWords
    package let messages: GatheringMessageWords
    package let recordings: GatheringRecordingWords
    package let notes: GatheringNotesWords
    package let followUps: GatheringFollowUpWords
    package let mail: GatheringMailWords
    package let month: GatheringMonthWords
    package let attendance: GatheringAttendanceWords
    package let certificates: GatheringCertificateWords
    package let learning: GatheringLearningWords
    package let digest: GatheringDigestWords
    package let home: GatheringHomeWords
    package let none: Phrase
    package let noneInYear: Phrase
    package let choose: Phrase
    package let coming: Phrase
    package let pastYear: Phrase
    package let later: Phrase
    package let earlier: Phrase
    package let when: Phrase
    package let whenOvernight: Phrase
    package let timeOf: Phrase
    package let allTimes: Phrase
    package let onDay: Phrase
    package let hostTime: Phrase
    package let hostHours: Phrase
    package let heading: Phrase
    package let whenLabel: Phrase
    package let how: Phrase
    package let place: Phrase
    package let noPlace: Phrase
    package let joinLink: Phrase
    package let noLink: Phrase
    package let linkForMembers: Phrase
    package let linkReaders: Phrase
    package let linkForSeated: Phrase
    package let linkOncePlace: Phrase
    package let addToCalendar: Phrase
    package let plan: Phrase
    package let planButton: Phrase
    package let change: Phrase
    package let changeTitle: Phrase
    package let cancel: Phrase
    /// The way back from a form: here to cancel is something else.
    package let goBack: Phrase
    package let restore: Phrase
    package let cancelledTag: Phrase
    package let isPlanned: Phrase
    package let isChanged: Phrase
    package let isOver: Phrase
    package let isCancelled: Phrase
    package let isRestored: Phrase
    package let acts: [String: Phrase]
    package let mails: [String: Phrase]
    package let missing: [String: Phrase]
    package let problems: [String: Phrase]
    package let denials: [String: Phrase]

    package var labels: [String: Phrase] {
        [
            "date": fields.date, "time": fields.time, "zone": fields.zone, "minutes": fields.minutes, "mode": how,
            "place": fields.place, "joinLink": fields.joinLink, "capacity": fields.capacity,
            "answer": answers.yourAnswer, "lead": agenda.itemLead, "position": agenda.position,
            "owner": followUps.owner, "due": followUps.due, "outcome": agenda.outcomeField, "gathering": agenda.date,
            "needs": answers.needsField, "question": questions.one,
            "recorded": recordings.question, "link": recordings.link, "transcript": recordings.transcriptLink,
            "about": recordings.about, "repeats": series.fields.repeats,
            "ends": series.fields.ends,
            "until": series.fields.untilDay, "count": series.fields.countDates, "recording": series.recording,
            "credit": series.fields.credit, "scope": series.scope, "present": attendance.wasThere,
            "word": attendance.codeField, "list": attendance.fileField, "certificate": certificates.title,
            "holidays": holidays.field, "entries": holidays.lists.entries, "category": learning.category,
            "reflection": learning.reflection, "to": messages.to,
        ]
    }

    package var choices: Set<String> {
        ["mode", "answer", "gathering", "owner", "repeats", "ends", "recording", "recorded", "scope", "present", "to"]
    }

    /// What a thread that is a date is called.
    package final class Kind: Decodable, Sendable {
        package let one: Phrase
        package let all: Phrase
        package let begun: Phrase
    }

    package final class Mode: Decodable, Sendable {
        package let online: Phrase
        package let inPerson: Phrase
        package let hybrid: Phrase
    }
}

/// The fields of the form that plans a date.
package final class GatheringFieldWords: Decodable, Sendable {
    package let group: Phrase
    package let chooseGroup: Phrase
    package let title: Phrase
    package let date: Phrase
    package let time: Phrase
    package let zone: Phrase
    package let zoneHint: Phrase
    package let minutes: Phrase
    package let place: Phrase
    package let placeHint: Phrase
    package let joinLink: Phrase
    package let joinLinkHint: Phrase
    package let capacity: Phrase
    package let capacityHint: Phrase
    package let purpose: Phrase
    package let purposeHint: Phrase
}

extension Words {
    package var gatherings: GatheringWords { self[GatheringWords.self] }
}
