import HTML

/// What mails look like: the tokens of the site's look that they use, light inline and dark in the head, and their sizes of text.
///
/// Every element that has a colour names the class that darkens it. Text keeps a contrast of 7 to 1 in both.
enum MailStyle {
    private static let font = "font-family:Arial,Helvetica,sans-serif"

    /// A size of text; Word keeps to a line height only after being told that it is exact.
    private static func type(_ size: Int, _ line: Int) -> String {
        "\(font);font-size:\(size)px;mso-line-height-rule:exactly;line-height:\(line)px"
    }

    static let title = type(24, 31)
    static let heading = type(20, 26)
    static let entry = type(18, 25)
    static let body = type(17, 26)
    static let small = type(16, 24)
    static let code = type(30, 40)
    /// A line of no text, as high as it says.
    static func spacer(_ height: Int) -> String { "font-size:1px;mso-line-height-rule:exactly;line-height:\(height)px" }

    static let ink = "color:#1b2427"
    static let quiet = "color:#45545a"
    static let link = "color:#0b5566"
    static let line = "#c5cdcf"

    /// A table that is there for the layout alone, and that a screen reader passes over.
    static let table: HTML = "role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\""

    private static let dark: [(name: String, style: String)] = [
        (".page", "background-color:#101719!important"),
        (".sheet", "background-color:#182124!important;border-color:#37454b!important"),
        (".bar,.act", "background-color:#86d5e8!important;border-color:#86d5e8!important"),
        (".band", "background-color:#12343d!important"), (".warm", "background-color:#4a2a12!important"),
        (".inset", "background-color:#0b1012!important;border-color:#86d5e8!important"),
        (".ink", "color:#edf2f3!important"), (".quiet", "color:#b4c2c7!important"),
        (".link", "color:#86d5e8!important"), (".new", "color:#ffd0a8!important"),
        (".on", "color:#06222a!important"), (".line", "border-color:#37454b!important"),
        (".alt", "border-color:#86d5e8!important"),
    ]

    /// The styles of the head, which no one misses where a mail program drops them: dark colours, and less beside the text on a phone.
    ///
    /// Two elements, since some programs drop a whole one because of one rule that they do not know.
    static let head: HTML = {
        let dark = Self.dark.map { "\($0.name){\($0.style)}" }.joined()
        // Outlook's own programs mark what they darken by an attribute.
        let outlook = Self.dark.map { rule in
            rule.name.split(separator: ",").map { "[data-ogsc] \($0)" }.joined(separator: ",") + "{\(rule.style)}"
        }
        let narrow = "@media (max-width:480px){.pad{padding-left:16px!important;padding-right:16px!important}}"
        let media = ":root{color-scheme:light dark}\(narrow)@media (prefers-color-scheme:dark){\(dark)}"
        return HTML(trusted: "<style>\(media)</style>\n<style>\(outlook.joined())</style>")
    }()
}
