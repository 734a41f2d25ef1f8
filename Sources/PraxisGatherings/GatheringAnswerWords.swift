package import PraxisWords

/// Who comes to a date, and how they say it.
package final class GatheringAnswerWords: Decodable, Sendable {
    package let heading: Phrase
    package let headingAfter: Phrase
    package let nobody: Phrase
    package let nobodyCame: Phrase
    package let coming: Plural
    package let comingOf: Plural
    package let came: Plural
    package let waiting: Plural
    package let maybe: Plural
    package let saidMaybe: Plural
    package let andMore: Plural
    package let all: Phrase
    package let yes: Phrase
    package let joinList: Phrase
    package let onList: Phrase
    package let perhaps: Phrase
    package let no: Phrase
    package let youCome: Phrase
    package let youCame: Phrase
    package let youMay: Phrase
    package let youDoNot: Phrase
    package let youWait: Phrase
    package let youWaited: Phrase
    package let needsLink: Phrase
    package let title: Phrase
    package let seats: Phrase
    package let list: Phrase
    package let needs: Phrase
    package let notComing: Phrase
    package let namesReaders: Phrase
    package let needsReaders: Phrase
    package let answerReaders: Phrase
    package let yourAnswer: Phrase
    package let question: Phrase
    package let toCome: Phrase
    package let toJoinList: Phrase
    package let needsField: Phrase
    package let needsHint: Phrase
    package let seatSubject: Phrase
    package let seatText: Phrase
    package let seatSubjectOfSome: Phrase
    package let seatTextOfSome: Phrase
    package let seatGiveBack: Phrase
    package let seatWhy: Phrase
}
