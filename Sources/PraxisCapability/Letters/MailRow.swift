package import HTML

/// The rows that a mail's sheet is made of.
package enum MailRow {
    private static let body =
        "\(MailFrame.font);font-size:17px;line-height:26px;mso-line-height-rule:exactly;color:#1b2427"

    /// The mail's own heading.
    package static func title(_ text: String) -> HTML {
        """
        <tr><td class="ink" style="padding:8px 24px 4px;color:#1b2427"><h1 class="ink" style="margin:0;\(MailFrame.font);\
        font-size:24px;line-height:31px;mso-line-height-rule:exactly;color:#1b2427">\(text)</h1></td></tr>

        """
    }

    /// The heading of a part, with a rule above.
    package static func heading(_ text: HTML) -> HTML {
        """
        <tr><td style="padding:20px 24px 0"><h2 class="ink line" style="margin:0;padding:16px 0 0;border-top:1px solid #c5cdcf;\
        \(MailFrame.font);font-size:20px;line-height:27px;mso-line-height-rule:exactly;color:#1b2427">\(text)</h2></td></tr>

        """
    }

    /// The same rule, if no heading follows.
    package static let rule: HTML = """
        <tr><td style="padding:20px 24px 0"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>\
        <td class="line" style="border-top:1px solid #c5cdcf;font-size:1px;line-height:8px">&nbsp;</td></tr></table></td></tr>

        """

    package static func paragraph(_ html: HTML) -> HTML {
        "<tr><td class=\"ink\" style=\"padding:12px 24px 0;\(body)\">\(html)</td></tr>\n"
    }

    /// A line that matters less.
    package static func quiet(_ html: HTML) -> HTML {
        """
        <tr><td class="quiet" style="padding:4px 24px 0;\(MailFrame.font);font-size:16px;line-height:24px;color:#45545a">\(html)</td></tr>

        """
    }

    /// Something to be copied.
    package static func code(_ text: String) -> HTML {
        """
        <tr><td class="ink" style="padding:12px 24px 0;\(MailFrame.font);font-size:30px;line-height:40px;letter-spacing:4px;\
        color:#1b2427"><strong>\(text)</strong></td></tr>

        """
    }

    /// A link as large as a finger; the whole cell is the button.
    package static func button(_ label: String, to address: String) -> HTML {
        """
        <tr><td style="padding:20px 24px 0"><table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>\
        <td class="act" style="background:#0b5566;border:1px solid #0b5566"><a href="\(address)" style="display:inline-block;padding:11px 20px;\
        \(MailFrame.font);font-size:17px;line-height:22px;color:#fdfefe;text-decoration:none">\(label)</a></td></tr></table></td></tr>

        """
    }

    /// A link within a line.
    package static func link(_ text: String, to address: String) -> HTML {
        "<a class=\"link\" href=\"\(address)\" style=\"color:#0b5566\">\(text)</a>"
    }

    package static func subheading(_ text: String) -> HTML {
        """
        <tr><td class="quiet" style="padding:16px 24px 0;\(MailFrame.font);font-size:16px;line-height:24px;mso-line-height-rule:exactly;\
        color:#45545a"><strong>\(text)</strong></td></tr>

        """
    }

    /// The title of something of a list, in the language that `lang` says.
    package static func entry(_ title: HTML, _ lang: HTML) -> HTML {
        """
        <tr><td class="ink" style="padding:14px 24px 0;color:#1b2427"><h3 class="ink" dir="auto"\(lang) style="margin:0;\(MailFrame.font);font-size:18px;\
        line-height:25px;mso-line-height-rule:exactly;color:#1b2427">\(title)</h3></td></tr>

        """
    }

    package static func quote(_ html: HTML) -> HTML {
        """
        <tr><td style="padding:8px 24px 0"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr>\
        <td class="ink line" style="padding:0 0 0 12px;border-left:3px solid #c5cdcf;\(MailFrame.font);font-size:16px;line-height:24px;\
        mso-line-height-rule:exactly;color:#1b2427">\(html)</td></tr></table></td></tr>

        """
    }

    /// A link within a line that matters less.
    package static func quietLink(_ text: String, to address: String) -> HTML {
        "<a class=\"quiet\" href=\"\(address)\" style=\"color:#45545a\">\(text)</a>"
    }

    /// A link on a line of its own below the sheet.
    package static func footerLink(_ text: String, to address: String) -> HTML {
        "<a class=\"quiet\" href=\"\(address)\" style=\"color:#45545a;display:inline-block;padding:6px 0\">\(text)</a>"
    }
}
