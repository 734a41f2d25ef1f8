package import PraxisWords

/// The agenda of a date, and putting a discussion on it.
package final class GatheringAgendaWords: Decodable, Sendable {
    package let heading: Phrase
    package let empty: Phrase
    package let add: Phrase
    package let length: Plural
    package let minutes: Plural
    package let leads: Phrase
    package let discussion: Phrase
    package let outcome: Phrase
    package let outcomeThere: Phrase
    package let change: Phrase
    package let changeTitle: Phrase
    package let remove: Phrase
    package let itemTitle: Phrase
    package let itemMinutes: Phrase
    package let itemLead: Phrase
    package let itemLeadHint: Phrase
    package let position: Phrase
    package let outcomeField: Phrase
    package let outcomeHint: Phrase
    package let outcomePostHint: Phrase
    package let outcomeFrom: Phrase
    package let table: Phrase
    package let tableHint: Phrase
    package let date: Phrase
    package let noDates: Phrase
    package let laterDates: Phrase
    package let isChanged: Phrase
}
