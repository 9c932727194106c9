# The words of the public site in English. A key is group-rest; a page reads whole groups.

## What stands on every page

# $title (text): what the page is called. $site (text): the coalition's name.
site-title = { $title } | { $site }
site-skip = Skip to the main content
site-strip = Notice
site-menu = Main menu
site-more = More of this site
site-languages = Languages
site-stories = Stories
site-statements = Statements
site-announcements = Announcements
site-members = Members
site-efforts = Lines of effort
site-groups = Groups
site-meetings = Meetings
site-campaigns = Campaigns
site-series = Podcasts
site-videos = Videos
site-tags = Topics
site-wall = Voices of the members
site-feed = News feed (Atom)
site-table = Table
site-no-cookies = No cookies. Why?
site-share = Share
site-share-mail = By mail

## The home page

home-videos = Latest videos
home-all-videos = All videos

## Lists of entries

list-newest = Newest stories
list-all-stories = All stories
list-older = Older
list-newer = Newer
list-pages = Pages of this list
list-years = By year
list-archive = Archive
list-empty = Nothing has been published here yet.
# $date (text): the day of the newest item on this page.
list-until = Up to { $date }
# $year (text): the year.
list-year = Stories of { $year }
# $month (text): the month with its year.
# $year (text): the year.
list-statements-year = Statements of { $year }
# $name (text): the group.
list-group = { $name }: news
# $name (text): the group.
list-meetings-of = { $name }: meetings
# $name (text): the campaign.
list-campaign = { $name }: news
# $name (text): the topic.
list-tag = Topic: { $name }
# $name (text): the member.
list-member = { $name } in the news
# $name (text): the line of effort.
list-effort = { $name }: news
# $name (text): the member.
list-voice = The voice of { $name }

## One story

# $language (text): the name of the language of the source text.
story-untranslated = This text has not been translated yet. It is shown in its source language: { $language }.
story-agency = Republished from:
story-original = Read the original
story-neighbours = Stories before and after
story-related = Read also

## Announcements

announcement-running = Announcement
announcement-all = All announcements
# $from and $until (text): the first and the last day, with the year.
announcement-period = From { $from } until { $until }

## Members

member-all = All members
# $count (number): how many members the directory lists.
member-listed =
    { $count ->
        [one] { $count } member is listed here.
       *[other] { $count } members are listed here.
    }
member-states = States
member-organisations = Organisations
member-regions = By region
member-africa = Africa
member-americas = The Americas
member-asia-pacific = Asia and the Pacific
member-europe = Europe
member-middle-east = Middle East and North Africa
member-former = Former members
member-standing = Standing
member-full = Full member
member-observer = Observer
member-partner = Partner
member-form = Form
member-state = State
member-organisation = Organisation
member-joined = Member since
member-left = Member until
member-leads = Co-leads
member-leads-groups = Co-leads the groups
member-press = Press
member-press-office = Write to the press office
member-stories = All about this member
member-posts = All posts of this member

## Lines of effort

effort-all = All lines of effort
effort-leads = Co-leads
effort-stories = All on this line of effort

## Groups

group-steering = Steering group
group-steering-all = Steering groups
group-working = Working group
group-working-all = Working groups
group-focus = Focus group
group-focus-all = Focus groups
group-initiative = Joint initiative
group-initiative-all = Joint initiatives of some members
group-leads = Co-leads
group-members = Taking part
group-meetings = All meetings of this group
group-stories = All news of this group

## Meetings

meeting-date = Date
# $from and $until (text): the first and the last day.
meeting-days = { $from } to { $until }
meeting-time = Time
# $opens and $closes (text): times of day. $zone (text): the name of the time zone.
meeting-hours = { $opens } to { $closes } ({ $zone })
meeting-place = Place
meeting-groups = Meeting of
meeting-hosts = Hosted by
meeting-outcome = Outcome
meeting-calendar = Add to a calendar

## Campaigns

campaign-news = In this campaign
campaign-all-news = All of this campaign
campaign-more = To the campaign

## Podcasts

series-all = All podcasts
series-episodes = Episodes
series-coming = Coming soon
# $number (number): which season.
series-season = Season { $number }
# $number (number): which episode.
series-episode = Episode { $number }

## Any entry

# $date (text): the day for which an office holds.
entry-as-of = as of { $date }
entry-notes = Notes
entry-note-back = Back to the text

## Statements

statement-reservation = Reservation
# $date, $time (text): day and time there. $zone, $offset (text): the zone and how far it is ahead. $utc (text): the same in UTC.
statement-released-there = { $date }, { $time } ({ $zone }, UTC{ $offset }); { $utc }
# $names (text): members, as a list.
statement-issued = Issued by { $names }
statement-issuers = Issued by
statement-associated = Associated themselves with it
statement-authentic = Authentic text
# $languages (text): a list of languages.
statement-authentic-in = This is a translation. Authentic are the texts in: { $languages }.
statement-reference = Reference
statement-released = Released
statement-text = Plain text
# $site (text): the coalition. $title (text): the statement. $date (text): the day of its release.
statement-citation = { $site }, “{ $title }”, { $date }
statement-quote = “…”
statement-cite = Cite this statement
statement-cite-paragraph = The number of a paragraph leads to it: its address ends with the paragraph.
statement-copy = Copy with citation
statement-copied = Copied
# $number (text): which paragraph.
statement-paragraph = Paragraph { $number }

## The wall of members' posts

wall-more = Load more
wall-address = Original post
wall-original = “Original post” opens on the speaker’s own site.
# $member (text): the name of the member that passes the post on.
wall-reposted = Passed on by { $member }
# $number, $of (numbers): which part of how many the post calls itself.
wall-part = Part { $number } of { $of }
# $name (text): who speaks. $date (text): the day in words.
wall-post = Post by { $name }, { $date }

## What is not there

error-missing = Page not found
error-missing-words = There is nothing at this address. It may have been typed or copied wrongly.
error-gone = No longer available
error-gone-words = What stood at this address has been withdrawn.
error-back = Continue from here

## What the site does with those who read it

privacy-title = Privacy
privacy-summary = Nobody is followed here, so nobody is asked to agree.
privacy-cookies = No cookie is set: there is nothing to accept or to refuse.
privacy-origin = All that a page needs comes from the server that sent the page. Your browser asks no other server for pictures, type, posts or anything else.
privacy-counters = Nothing counts visits, and nothing is sold or passed on.
privacy-no-script = The pages hold no scripts.
privacy-script = A small script of this server makes some things handier. Everything can be read and done without it.
privacy-wall = What members said elsewhere has been copied here: reading it tells no network that you did.
privacy-videos = A video is loaded only when you start it. One that is kept elsewhere is a plain link.
privacy-links = A link may lead to another site with rules of its own. Your browser goes there only when you follow it.
privacy-log = The program that answers keeps no list of who reads what. Whoever runs the machine it stands on, or a network on the way, can see addresses as with any site; ask them what they keep.

picture-credit = Picture:

## Corrections and what was said before

# $date (text): the day. $note (text): what was corrected, in the language of the text.
history-corrected = Corrected on { $date }: { $note }
# $date (text): the day.
history-updated = Updated on { $date }
history-all = All versions of this text
# $language (text): the name of the source's language, which links to it. $date (text): the day.
history-lacks-correction = The source text ({ $language }) was corrected on { $date }. This translation does not have the correction yet.
# $language (text): the name of the source's language, which links to it. $date (text): the day.
history-lacks-update = The source text ({ $language }) was changed on { $date }. This translation does not have the change yet.
# $title (text): what the text is called.
history-page = Versions: { $title }
history-back = Back to the text
# $number (text): which version.
history-version = Version { $number }
history-first = Published
history-was-corrected = Corrected
history-was-updated = Updated
history-was-minor = Small change
# $number (text): which version.
history-since = Changes since version { $number }
history-older = Only the words of the newest versions are compared.
# $older, $newer (text): which versions.
history-difference = Changes from version { $older } to version { $newer }
# $title (text): what the text is called. $older, $newer (text): which versions.
history-difference-of = { $title }: from version { $older } to version { $newer }
history-legend = What was removed is struck through; what was inserted is underlined.
history-same = The words are the same in both versions.
history-removed = removed:
history-inserted = inserted:
# $count (number): how many paragraphs, headings and the like.
history-unchanged =
    { $count ->
        [one] { $count } part is unchanged.
       *[other] { $count } parts are unchanged.
    }
history-title = Title
history-official = Official name
history-dateline = Place
history-summary = Standfirst
history-footnote = Note on the name
history-text = Text
