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
site-tags = Topics
site-wall = Voices of the members
site-feed = News feed (Atom)
site-table = Table

## The home page

home-campaign = Campaign
home-podcast = Podcast
home-videos = Videos
home-preparing = In preparation.

## Lists of entries

list-newest = Newest stories
list-all-stories = All stories
list-older = Older
list-newer = Newer
list-pages = Pages of this list
list-years = By year
list-empty = Nothing has been published here yet.
# $date (text): the day of the newest item on this page.
list-until = Up to { $date }
# $year (text): the year.
list-year = Stories of { $year }
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
member-stories = All about this member
member-posts = All posts of this member

## Lines of effort

effort-all = All lines of effort
effort-leads = Co-leads
effort-stories = All on this line of effort

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
