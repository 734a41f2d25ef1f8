import HTML
import PraxisCapability
import PraxisDomain
import PraxisPlaces
import PraxisWeb
import PraxisWords

/// What may leave of a community by mail.
struct CommunityMailPageView: PageView {
    let call: Call
    let view: CommunityView
    let titlesOnly: Bool
    let errors: [FieldError]

    private var said: MailRuleWords { call.words.digest.rules }

    var page: Page {
        let community = view.details.line, place = PlacePaths(community: community.slug)
        let choices = [
            FormChoice(value: "no", said.full(), hint: said.asGroupsSayHint()),
            FormChoice(value: "yes", said.titleChoice(), hint: said.titlesOnlyHint()),
        ]
        let detail = call.radios("titlesOnly", said.ofCommunity(), choices, chosen: titlesOnly ? "yes" : "no", errors)
        var page = MailRuleFrame(call: call).page(
            """
            <form class="card" method="post" action="\(place.mail)">\
            \(call.tokenField)\(detail)\(MailRuleFrame(call: call).saveRow)</form>
            """
        )
        page.banner += call.errorSummary(errors, ["titlesOnly": said.ofCommunity()])
        (page.crumbs, page.place) = (call.communityCrumbs(community), community.name)
        page.lead += ReadersStrip.managers(call.words).html
        return SettingsMenu(call, of: place, view.facts, at: place.mail).beside(page)
    }
}

/// What may leave of a group by mail.
struct GroupMailPageView: PageView {
    let call: Call
    let view: GroupView
    let fields: Fields
    let errors: [FieldError]

    private var said: MailRuleWords { call.words.digest.rules }

    var page: Page {
        let choices = [
            FormChoice(MailDetail.full, said.full(), hint: said.fullHint()),
            FormChoice(MailDetail.title, said.titleChoice(), hint: said.titleHint()),
            FormChoice(MailDetail.something, said.something(), hint: said.somethingHint()),
        ]
        var name = Field("neutralName", said.neutral(), value: fields.text("neutralName"), errors: errors)
        name.hint = said.neutralHint()
        let action = view.mailPath
        let detail: HTML =
            view.group.kind.isConfidential
            ? "<p>\(said.confidential())</p>"
            : call.radios("detail", said.detail(), choices, chosen: fields.text("detail"), errors)
        var page = MailRuleFrame(call: call).page(
            """
            <form class="card" method="post" action="\(action)">\(call.tokenField)\(detail)\(call.field(name))\(MailRuleFrame(call: call).saveRow)</form>
            """
        )
        page.banner += call.errorSummary(errors)
        (page.crumbs, page.place) = (call.groupCrumbs(view), view.group.name)
        page.lead += ReadersStrip.managers(of: view.group, call.words).html
        let place = PlacePaths(community: view.community.line.slug, group: view.group.slug)
        return SettingsMenu(call, of: place, view.facts, at: action).beside(page)
    }
}

/// What the pages of both have in common.
private struct MailRuleFrame {
    let call: Call

    func page(_ main: HTML) -> Page {
        let said = call.words.digest.rules
        var page = Page(said.title(), main: main)
        page.lead = "<p class=\"lead\">\(said.lead())</p>"
        if call.query["done"] == "saved" { page.banner = call.banner(call.words.common.saved()) }
        return page
    }

    var saveRow: HTML {
        """
        <div class="actions"><button class="btn" data-busy="\(call.words.common.saving())">\(call.words.common.save())</button></div>
        """
    }
}

extension GroupView {
    var mailPath: String { PlacePaths(community: community.line.slug, group: group.slug).mail }
}
