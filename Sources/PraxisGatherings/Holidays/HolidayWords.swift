package import PraxisWords

/// Holidays, and what they are to the dates of series.
package final class HolidayWords: Decodable, Sendable {
    package let title: Phrase
    package let text: Phrase
    package let none: Phrase
    package let follows: Phrase
    package let followsNone: Phrase
    package let choose: Phrase
    package let noLists: Phrase
    /// A holiday and its list.
    package let of: Phrase
    package let span: Phrase
    package let keep: Phrase
    package let skip: Phrase
    package let move: Phrase
    package let noDay: Phrase
    package let proposed: Phrase
    package let day: Phrase
    package let dayOf: Phrase
    package let hasChanged: Phrase
    package let save: Phrase
    package let isDecided: Phrase
    package let decided: Phrase
    package let kept: Phrase
    package let skipped: Phrase
    package let moved: Phrase
    package let open: Plural
    package let toDecide: Plural
    package let decide: Phrase
    package let field: Phrase
    package let fieldHint: Phrase
    package let lists: Lists

    /// The lists, and the form of one.
    package final class Lists: Decodable, Sendable {
        package let title: Phrase
        package let readers: Phrase
        package let text: Phrase
        package let siteText: Phrase
        package let ofSite: Phrase
        package let ofSiteText: Phrase
        package let none: Phrase
        package let add: Phrase
        package let change: Phrase
        package let changeTitle: Phrase
        package let name: Phrase
        package let nameHint: Phrase
        package let entries: Phrase
        package let entriesHint: Phrase
        /// Between the first and the last day of a typed line.
        package let to: Phrase
        package let count: Plural
        package let followers: Plural
        package let isSaved: Phrase
        package let isDeleted: Phrase
        package let delete: Phrase
        package let deleteText: Phrase
    }
}
