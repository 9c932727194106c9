# The words of the public site in English. A key is group-rest; a page reads whole groups.

## What stands on every page

# $title (text): what the page is called. $site (text): the coalition's name.
site-title = { $title } | { $site }
site-skip = Skip to the main content
site-strip = Notice
site-menu = Main menu
site-menu-open = Menu
site-menu-all = All sections
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
site-search = Search
site-accessibility = Accessibility
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
member-parts = Parts of this directory
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
meeting-documents = Documents

## Campaigns

campaign-news = In this campaign
campaign-all-news = All of this campaign
campaign-more = To the campaign
campaign-kicker = Campaign

## Podcasts

series-all = All podcasts
series-kicker = Podcast
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
wall-all = All voices of the members
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
privacy-search = What you search for goes to this server alone, which answers and keeps nothing of it. It stands in the address of the page, and so in the history of your browser.
privacy-links = A link may lead to another site with rules of its own. Your browser goes there only when you follow it.
privacy-log = The program that answers keeps no list of who reads what. Whoever runs the machine it stands on, or a network on the way, can see addresses as with any site; ask them what they keep.

## Searching the site

search-title = Search
search-label = Words, or “exact wording”
search-do = Search
search-hint = All titles and standfirsts are searched, and the whole text of statements. Each word must be found; the last one may be unfinished. Wording between quotation marks is found exactly as it stands.
# $query (text): what was asked for.
search-for = Search: { $query }
# $count (text): how many, in digits.
search-found = Results: { $count }
# $query (text): what was asked for.
search-nothing = Nothing was found for: { $query }
search-nowhere = These stand nowhere:
search-long = This is too long to be searched for. Take at most 24 words and 200 characters.
search-building = The search is being made ready. Try again in a few seconds.
search-still = This copy of the site cannot be searched: searching needs the server of the site.
search-pages = Pages of results
# $page, $pages (text): which page of how many, in digits.
search-page = Page { $page } of { $pages }
search-before = Back
search-after = More results
# Words that need not be found when others are asked for.
search-small = a an and at by for from in of on or the to with

## Who can use the site

accessibility-title = Accessibility
accessibility-summary = Everyone should be able to read and use this site. This page says what is done for that, what may be lacking, and whom to tell.
accessibility-aim = What it aims at
accessibility-standard = The aim is level AA of the Web Content Accessibility Guidelines (WCAG) 2.2, on every page and in every language of this site.
accessibility-checked = The program that makes these pages is checked by automated tests with every build, by journeys with the keyboard alone, and at a width of 320 pixels.
accessibility-unaudited = Such checks find some barriers, not all. No audit by an independent body is claimed.
accessibility-use = How to use it
accessibility-keyboard = Everything can be reached with the keyboard: Tab leads on, Shift and Tab lead back, Enter follows a link. The first link of each page leads to its main content. What has the focus is outlined.
accessibility-size = Text has the size that your browser is set to, and can be enlarged.
accessibility-colours = Pages follow your device when it asks for a dark or light scheme, for less motion, or for colours of its own.
accessibility-script = No script is needed to read or to do anything, and nothing has a time limit.
accessibility-languages = Words in another language than the page’s are marked as such, so that screen readers can change their voice.
accessibility-print = Printed pages leave out menus and show where links lead.
accessibility-limits = What may be lacking
accessibility-pictures = Descriptions of pictures are written by people, in each language. Some may be missing or say too little.
accessibility-recordings = Some recordings may have no captions or no transcript.
accessibility-posts = Posts of members are shown as they were written, with their signs and abbreviations.
accessibility-untranslated = A text that has not been translated yet is shown in its source language, with a notice.
accessibility-tables = A wide table is scrolled sideways within its own frame.
accessibility-elsewhere = Links may lead to sites of others, for which nothing said here holds.
accessibility-tell = Tell us
accessibility-tell-what = If something keeps you from reading or doing what you came for, say so. It helps to give the address of the page, what you wanted to do, and with which browser or aid.
accessibility-tell-here = Report a barrier
accessibility-tell-nobody = This site has not named an address for such reports yet.

picture-credit = Picture:

## What is played and taken away

player-download = Download ({ $format })
# $length, $size (text): how long a recording plays and how large it is.
player-facts = { $length } · { $size }
# $format, $size (text): what kind of file a document is and how large.
player-document = ({ $format }, { $size })
# $larger, $smaller (text): hours and minutes, or minutes and seconds.
player-length = { $larger } { $smaller }
# $count (number): how many hours.
player-hours =
    { $count ->
        [one] { $count } h
       *[other] { $count } h
    }
# $count (number): how many minutes.
player-minutes =
    { $count ->
        [one] { $count } min
       *[other] { $count } min
    }
# $count (number): how many seconds.
player-seconds =
    { $count ->
        [one] { $count } s
       *[other] { $count } s
    }
# $size (text): the number, already written.
player-kilobytes = { $size } kB
# $size (text): the number, already written.
player-megabytes = { $size } MB
player-others = In other languages:
player-credit = Recording:
# $language (text): the name of the language that is spoken.
player-spoken = The language spoken is { $language }.
# $host (text): whose site shows the video.
player-elsewhere = Watch at { $host }
player-none = The film itself is not available here.
player-transcript = Transcript
# $language (text): the name of the language that the transcript is in.
player-transcript-in = The transcript is in this language: { $language }.
player-transcript-others = The transcript in other languages:
player-plain = Transcript as plain text
# $name (text): who speaks.
player-speaker = { $name }:
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
