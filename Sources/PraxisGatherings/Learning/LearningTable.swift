import PraxisDomain
import PraxisWeb
import PraxisWords

/// A year of a member's learning as a table for other programs.
struct LearningTable {
    let words: Words

    func text(of learning: LearningYear) -> String {
        let said = words.gatherings.learning
        let head = [said.date(), said.minutesField(), said.category(), said.what(), said.reflection()]
        let rows = learning.lines.map { line in
            [
                line.day.date, String(line.minutes), line.category.isEmpty ? said.noCategory() : line.category,
                line.title.isEmpty ? said.dateUnread() : line.title, line.reflection,
            ]
        }
        return CSVTable.text([head] + rows)
    }
}
