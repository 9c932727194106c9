# The words of the public site in English. A key is group-rest; a page reads whole groups.

## What stands on every page

site-skip = Skip to the main content
site-menu = Main menu
site-home = Home
site-stories = Stories
site-statements = Statements
site-members = Members
site-efforts = Lines of effort
site-wall = Voices of the members
site-languages = Languages
site-about = About the coalition

## Lists of entries

list-older = Older
list-newer = Newer
list-empty = Nothing has been published here yet.
# $count (number): how many entries the list holds.
list-count =
    { $count ->
        [one] { $count } entry
       *[other] { $count } entries
    }

## One story

# $date (text): the day in words.
story-published = Published on { $date }
story-corrected = Corrected on { $date }
# $language (text): the name of the language of the source text.
story-untranslated = This text has not been translated yet. It is shown in its source language: { $language }.
story-related = Read also

## The wall of members' posts

# $member (text): the name of the member that passes the post on.
wall-reposted = Passed on by { $member }
wall-original = “Original post” opens on the member’s own site
# $count (number): how many members have posts on the wall.
wall-voices =
    { $count ->
        [one] { $count } member speaks here
       *[other] { $count } members speak here
    }
