import HTML
import PraxisDomain
import PraxisWeb
import PraxisWords

extension DigestMail {
    /// The HTML part: everything of the text part in its order, in the frame of all mails.
    func html() -> String {
        var rows = MailRow.title(heading) + MailRow.quiet("\(summary)")
        if !content.toMe.isEmpty {
            rows += MailRow.heading("\(said.toMe())")
            for item in content.toMe { rows += thread(item, namesPlace: true) }
        }
        for part in content.communities { rows += community(part) }
        if let quiet { rows += MailRow.rule + MailRow.quiet("\(quiet)") }
        rows += MailRow.button(said.readAll(), to: address(Paths.everythingNew))
        let frame = MailFrame(
            language: words.code(),
            title: subject,
            preheader: preheader,
            site: (site.name, site.base)
        )
        return frame.document(rows, footer: footer)
    }

    private func community(_ part: DigestContent.Part) -> HTML {
        if part.isSilent { return HTML() }
        let place = address(Paths.community(part.place.communitySlug))
        var rows = MailRow.heading(MailRow.link(Self.plain(part.place.communityName), to: place))
        if !part.followed.isEmpty { rows += Self.subheading(said.followed()) }
        for item in part.followed { rows += thread(item, namesPlace: false) }
        for (index, group) in part.groups.enumerated() {
            if let name = part.heading(ofGroup: index) { rows += Self.subheading(Self.plain(name)) }
            for item in group.items { rows += thread(item, namesPlace: false) }
        }
        if part.moreThreads > 0 {
            rows += MailRow.paragraph(MailRow.link(said.moreThreads(part.moreThreads), to: place))
        }
        if !part.questions.isEmpty {
            rows += Self.subheading(said.questions()) + MailRow.quiet("\(said.questionsHint())")
            for question in part.questions {
                let link = MailRow.link(Self.plain(question.title), to: path(question))
                rows += MailRow.paragraph("<span dir=\"auto\"\(words.lang(question.place.language))>\(link)</span>")
            }
        }
        if !part.unnamed.isEmpty {
            for group in part.unnamed { rows += MailRow.paragraph("\(unnamed(group))") }
            let signIn = MailRow.link(said.unnamedHint(), to: address(Paths.everythingNew))
            rows += MailRow.quiet(signIn)
        }
        return rows
    }

    private func thread(_ item: DigestContent.Item, namesPlace: Bool) -> HTML {
        var rows: HTML = """
            <tr><td class="ink" style="padding:14px 24px 0;color:#1b2427"><h3 class="ink" dir="auto"\(words.lang(item.thread.place.language)) style="margin:0;\(Self.font);font-size:18px;\
            line-height:25px;mso-line-height-rule:exactly;color:#1b2427">\(MailRow.link(Self.plain(item.thread.title), to: path(item.thread)))</h3></td></tr>
            \(MailRow.quiet("\(meta(item.thread, namesPlace: namesPlace))"))
            """
        for post in item.posts {
            rows += """
                <tr><td style="padding:8px 24px 0"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>\
                <td class="ink line" style="padding:0 0 0 12px;border-left:3px solid #c5cdcf;\(Self.font);font-size:16px;line-height:24px;\
                mso-line-height-rule:exactly;color:#1b2427"><strong>\(author(post))</strong> \(link(post))<br><span dir="auto"\(words.lang(item.thread.place.language))>\(Self.plain(post.text))</span></td></tr></table></td></tr>

                """
        }
        if item.more > 0, !item.posts.isEmpty {
            rows += MailRow.quiet(MailRow.link(said.morePosts(item.more), to: path(item.thread)))
        }
        return rows
    }

    /// When a post was written, leading to it.
    private func link(_ post: DigestPost) -> HTML {
        "<a class=\"quiet\" href=\"\(address(Paths.post(post.id)))\" style=\"color:#45545a\">\(time(post))</a>"
    }

    private static let font: HTML = "font-family:Arial,Helvetica,sans-serif"

    private static func subheading(_ text: String) -> HTML {
        """
        <tr><td class="quiet" style="padding:16px 24px 0;\(font);font-size:16px;line-height:24px;mso-line-height-rule:exactly;\
        color:#45545a"><strong>\(text)</strong></td></tr>

        """
    }

    private var footer: HTML {
        let communities = content.communities.map { part in
            Self.quietLink(
                said.leaveOne(["community": Self.plain(part.place.communityName)]),
                to: link(.community(part.place.community))
            )
        }
        let links = [
            Self.quietLink(said.change(), to: link(.digest) + "#often"),
            Self.quietLink(said.choose(), to: address(Paths.mailSettings)),
            Self.quietLink(said.unsubscribe(), to: link(.digest)),
        ]
        return """
            \(why)<br>\(each: links, { "\($0)<br>" as HTML })\
            \(each: communities.count > 1 ? communities : [], { "\($0)<br>" as HTML })\(site.name)<br>\(site.base)
            """
    }

    private static func quietLink(_ text: String, to address: String) -> HTML {
        "<a class=\"quiet\" href=\"\(address)\" style=\"color:#45545a;display:inline-block;padding:6px 0\">\(text)</a>"
    }
}
