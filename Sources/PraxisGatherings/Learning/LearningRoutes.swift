import HTTPTypes
import Hummingbird
import PraxisCommunity
import PraxisDomain
import PraxisStore
import PraxisThreads
import PraxisWeb
import PraxisWords

extension Route {
    /// What a member has learnt, which nobody else reads.
    static let learningRoutes: [Route] = [
        .memberPage(Paths.learning) { call in
            let removed = call.query["done"] == "removed" ? LearningEntryID(call.query.text("entry")) : nil
            return LearningPageView(call: call, learning: try await call.learning(removed: removed)).response()
        },
        .memberPage(Paths.learningFile) { call in
            let learning = try await call.learning(), text = LearningTable(words: call.words).text(of: learning)
            return .download(text, type: "text/csv; charset=utf-8", name: "learning.csv")
        },
        .memberPage(Paths.newLearning) { call in
            let today = LocalTime(call.now, in: call.zone)
            return LearningFormPageView(call: call, typed: Fields([("date", today.date)])).response()
        },
        .form(Paths.newLearning) { try await $0.addLearning() },
        .form(Paths.removeLearning) { call in
            let entry: LearningEntryID = try call.id("entry")
            try await call.env.site.setLearning(entry, isRemoved: true, as: call.viewer)
            return .seeOther(call.learningPath + "&done=removed&entry=\(entry)")
        },
        .form(Paths.restoreLearning) { call in
            let entry: LearningEntryID = try call.id("entry")
            try await call.env.site.setLearning(entry, isRemoved: false, as: call.viewer)
            return .seeOther(call.learningPath)
        },
    ]
}

extension Call {
    /// The year that was asked for; this one if none was.
    /// - Throws: `Denial.missing` for what is no year.
    func learning(removed: LearningEntryID? = nil) async throws -> LearningYear {
        let thisYear = LocalTime(now, in: zone).year
        let year = try query["year"].map { typed throws(Denial) in
            guard let year = gatheringYear(typed) else { throw .missing }
            return year.number
        }
        return try await read { try LearningYear.load(year, thisYear: thisYear, removed: removed, $0) }
    }

    /// The page of the year on which a button was.
    fileprivate var learningPath: String {
        let typed = (try? form().text("year")) ?? ""
        return Paths.learning + "?year=\(gatheringYear(typed)?.number ?? LocalTime(now, in: zone).year)"
    }

    fileprivate func addLearning() async throws -> Response {
        let form = try form()
        var typed = NewLearning.Typed()
        (typed.date, typed.minutes) = (form.text("date"), form.text("minutes"))
        (typed.category, typed.title) = (form.text("category"), form.text("title"))
        typed.reflection = form.text("reflection")
        do {
            let new = try NewLearning(typed, today: LocalTime(now, in: zone))
            _ = try await env.site.addLearning(new, as: viewer, once: try formOnceKey(form))
            return .seeOther(Paths.learning + "?year=\(LocalTime(dayNumber: new.day).year)&done=added")
        } catch Denial.input(let errors) {
            return LearningFormPageView(call: self, typed: form, errors: errors).response(.unprocessableContent)
        }
    }
}
