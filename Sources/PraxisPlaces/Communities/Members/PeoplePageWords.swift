package import PraxisWords

/// The page of the members of a community or a group: `peoplePage` in the files.
package final class PeoplePageWords: WordSection {
    package static let name = "peoplePage"

    package let groupTitle: Phrase
    package let find: Phrase
    package let findButton: Phrase
    package let found: Plural
    package let noneFound: Phrase
    package let showAll: Phrase
    package let remove: Phrase
    package let removeTitle: Phrase
    package let removeFrom: Phrase
    package let removeText: Phrase
    package let removeGroupText: Phrase
    package let removed: Phrase
    package let languageHint: Phrase
    package let copy: Phrase
    package let copied: Phrase
    package let usualAccess: Phrase
    package let usualAccessHint: Phrase
}

extension Words {
    package var peoplePage: PeoplePageWords { self[PeoplePageWords.self] }
}
