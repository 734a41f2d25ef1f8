import Markdown
package import PraxisCapability
import PraxisPlaces
import PraxisWords

extension MailContents {
    /// Titles of an entry of the contents.
    private static let titles = 2
    /// Unicode scalars of each.
    private static let titleScalars = 60

    /// What a digest holds: its headings, and the first titles below each.
    ///
    /// Made from the parts of the mail, so that it names nothing that does not stand in it.
    init(of parts: [MailPart], _ said: DigestMailWords) {
        var rows: [Row] = [], number = 1
        for (index, part) in parts.enumerated() {
            guard case .heading(let name, let address, _) = part else { continue }
            let below = parts[(index + 1)...].prefix { if case .heading = $0 { false } else { true } }
            let entries = below.compactMap(\.entry)
            if entries.isEmpty { continue }
            let titles = entries.filter(\.isInContents).prefix(Self.titles).map { entry in
                (text: Markdown.excerpt(entry.title, scalars: Self.titleScalars), language: entry.language)
            }
            let more = entries.count - titles.count
            rows.append(
                Row(
                    name: name,
                    address: address,
                    numbers: number...(number + entries.count - 1),
                    titles: titles,
                    more: more > 0 && !titles.isEmpty ? said.contentsMore(more) : nil
                )
            )
            number += entries.count
        }
        self.init(title: said.contents(), rows: rows)
    }
}

extension DigestDrawing {
    /// Who can read what is said of that place; nil if it may not be named.
    package func readers(of place: PlaceInMail) -> MailReaders? { place.readers(words) }

    /// The button of an entry; `title` is cut, since it is only heard.
    package func action(_ label: String, about title: String) -> MailEntry.Action {
        let labelled = words.digest.mail.labelled(["label": label])
        return MailEntry.Action(label, inText: labelled, about: Markdown.excerpt(title, scalars: 40))
    }
}

extension MailPart {
    var entry: MailEntry? { if case .entry(let entry) = self { entry } else { nil } }

    /// With a shorter title if there is no room for all of it.
    func cut(to room: DigestRoom) -> MailPart {
        guard room.title < .max, var entry else { return self }
        entry.title = Markdown.excerpt(entry.title, scalars: room.title)
        return .entry(entry)
    }
}

extension [MailPart] {
    /// The first entries, and below each heading how many more there are.
    func first(_ most: Int, _ said: DigestMailWords) -> [MailPart] {
        var parts: [MailPart] = [], kept = 0, left = 0
        func sayLeft() {
            if left > 0 { parts.append(.quiet(said.contentsMore(left))) }
            left = 0
        }
        for part in self {
            if case .heading = part { sayLeft() }
            if part.entry != nil, kept == most {
                left += 1
            } else {
                kept += part.entry == nil ? 0 : 1
                parts.append(part)
            }
        }
        sayLeft()
        return parts
    }
}
