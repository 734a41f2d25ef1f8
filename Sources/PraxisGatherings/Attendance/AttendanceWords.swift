package import PraxisWords

/// Who was at a date, and how it is said.
package final class GatheringAttendanceWords: Decodable, Sendable {
    package let heading: Phrase
    package let nobody: Phrase
    package let present: Plural
    package let youWere: Plural
    package let youWereNot: Phrase
    package let youSaid: Phrase
    package let byCode: Phrase
    package let byHost: Phrase
    package let byFile: Phrase
    package let question: Phrase
    package let wasThere: Phrase
    package let wasThereWithout: Phrase
    package let withoutCode: Phrase
    package let takeBack: Phrase
    package let isTakenBack: Phrase
    package let codeField: Phrase
    package let codeFieldHint: Phrase
    package let enterCode: Phrase
    package let codeWord: Phrase
    package let codeWordHint: Phrase
    package let readers: Phrase
    package let list: Phrase
    package let listReaders: Phrase
    package let legend: Phrase
    package let name: Phrase
    package let minutes: Phrase
    package let minutesOf: Phrase
    package let saidYes: Phrase
    package let saidMaybe: Phrase
    package let saidSo: Phrase
    package let codeTag: Phrase
    package let hostTag: Phrase
    package let fileTag: Phrase
    package let find: Phrase
    package let findButton: Phrase
    package let nobodyFound: Phrase
    package let isSaved: Phrase
    package let file: Phrase
    package let fileTitle: Phrase
    package let fileField: Phrase
    package let fileHint: Phrase
    package let fileRead: Phrase
    package let fileKnown: Plural
    package let fileDoubtful: Plural
    package let fileNobody: Phrase
    package let fileByName: Phrase
    package let fileNotHere: Phrase
    package let fileRow: Phrase
    package let fileMinutes: Plural
    package let fileSave: Phrase
    package let fileAgain: Phrase
}
