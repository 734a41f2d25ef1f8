import HTML
import PraxisDomain
import PraxisPlaces
import PraxisWeb
import PraxisWords

extension Call {
    private var said: MailRuleWords { words.digest.rules }

    func communityMailPage(_ community: CommunityLine, titlesOnly: Bool) -> Page {
        var page = rulePage(
            """
            <form class="card" method="post" action="\(Paths.communityMail(community.slug))">\(tokenField)\
            <label class="choice"><input type="checkbox" name="titlesOnly" value="yes"\(if: titlesOnly, " checked")> \(said.titlesOnly())\
            <span class="hint">\(said.titlesOnlyHint())</span></label>\(saveRow)</form>
            """
        )
        (page.crumbs, page.place) = (communityCrumbs(community), community.name)
        return page
    }

    func groupMailPage(_ view: GroupView, _ fields: Fields, _ errors: [FieldError]) -> Page {
        let choices = [
            FormChoice(MailDetail.full, said.full(), hint: said.fullHint()),
            FormChoice(MailDetail.title, said.titleChoice(), hint: said.titleHint()),
            FormChoice(MailDetail.something, said.something(), hint: said.somethingHint()),
        ]
        var name = Field("neutralName", said.neutral(), value: fields.text("neutralName"), errors: errors)
        name.hint = said.neutralHint()
        let action = Paths.groupMail(view.community.line.slug, view.group.slug)
        let detail: HTML =
            view.group.kind.isConfidential
            ? "<p>\(said.confidential())</p>"
            : radios("detail", said.detail(), choices, chosen: fields.text("detail"), errors)
        var page = rulePage(
            """
            \(errorSummary(errors))<form class="card" method="post" action="\(action)">\(tokenField)\(detail)\(field(name))\(saveRow)</form>
            """
        )
        (page.crumbs, page.place) = (groupCrumbs(view), view.group.name)
        return page
    }

    private func rulePage(_ main: HTML) -> Page {
        var page = Page(said.title(), main: main)
        page.lead = "<p class=\"lead\">\(said.lead())</p>"
        if query["done"] == "saved" { page.banner = banner(words.common.saved()) }
        return page
    }

    private var saveRow: HTML {
        """
        <div class="actions"><button class="btn" data-busy="\(words.common.saving())">\(words.common.save())</button></div>
        """
    }
}
