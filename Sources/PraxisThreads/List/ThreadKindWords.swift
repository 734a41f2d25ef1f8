package import PraxisWords

/// What kinds of threads are called: `threads.kinds` in the files.
package final class ThreadKindWords: Decodable, Sendable {
    /// A phrase for each of them.
    package final class Each: Decodable, Sendable {
        package let discussion: Phrase
        package let question: Phrase
        package let story: Phrase
        package let notice: Phrase
    }

    package let one: Each
    package let all: Each
    /// That one has begun.
    package let begun: Each
    /// What each is for, where one is chosen.
    package let hint: Each
}
