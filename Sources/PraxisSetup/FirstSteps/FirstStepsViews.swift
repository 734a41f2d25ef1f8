import HTML
import PraxisPlaces
import PraxisThreads
import PraxisWeb
import PraxisWords

/// What to do next in a new community, above its page.
struct FirstStepsView {
    let call: Call
    let slug: String
    let steps: FirstSteps

    private var said: FirstStepWords { call.words.setup.firstSteps }
    private var place: PlacePaths { PlacePaths(community: slug) }

    var html: HTML {
        """
        <section class="card first-steps" aria-labelledby="first-steps-h"><h2 id="first-steps-h">\(said.title())</h2>\
        <p>\(said.lead()) \(call.words.setup.done(steps.done)).</p><ol class="tasks">\(purpose)\(agreement)\(group)\(people)\(welcome)</ol>\
        \(call.button(PlacePaths.closeFirstSteps(place), said.close()))</section>
        """
    }

    private var purpose: HTML {
        row(said.purpose(), said.purposeHint(), Paths.communitySettings(slug) + "#domain", steps.hasPurpose).html
    }

    private var agreement: HTML {
        let path = steps.hasAgreement ? Paths.agreement(slug) : Paths.communitySettings(slug) + "#agreement"
        var row = row(said.agreement(), said.agreementHint(), path, steps.hasAgreement)
        if !steps.hasAgreement {
            row.action = call.button(PlacePaths.modelAgreement(place), said.model(), style: "btn alt")
        }
        return row.html
    }

    private var group: HTML { row(said.group(), said.groupHint(), Paths.newGroup(slug), steps.hasGroup).html }

    private var people: HTML { row(said.people(), said.peopleHint(), place.members + "#invite", steps.hasInvited).html }

    private var welcome: HTML {
        let path = steps.welcome.map { Paths.thread($0) } ?? Paths.newThread(slug)
        return row(said.welcome(), said.welcomeHint(), path, steps.welcome != nil).html
    }

    private func row(_ name: String, _ hint: String, _ path: String, _ isDone: Bool) -> StepRow {
        var row = StepRow(call.words.setup, name, hint, to: path)
        row.isDone = isDone
        return row
    }
}
