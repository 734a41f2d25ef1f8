package import PraxisWords

/// Coming to all dates of a series.
package final class SeriesAnswerWords: Decodable, Sendable {
    package let question: Phrase
    package let heading: Phrase
    package let yes: Phrase
    package let maybe: Phrase
    package let no: Phrase
    package let youCome: Phrase
    package let youMay: Phrase
    package let youDoNot: Phrase
    package let hint: Phrase
    package let whole: Phrase
    package let mail: Mail

    /// The mail that confirms a yes.
    package final class Mail: Decodable, Sendable {
        package let text: Phrase
        package let textOfSome: Phrase
        package let file: Phrase
        package let button: Phrase
    }
}
