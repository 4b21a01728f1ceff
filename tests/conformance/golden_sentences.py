"""English test sentences for sentence boundaries, each as the sentences that it holds.

Source: the golden rules of Pragmatic Segmenter (52 for English; Kevin S. Dias, MIT licence) and the further
English cases of the same suite, as tests/lang/test_english.py and test_english_clean.py of pySBD (Nipun
Sadvilkar, MIT licence) give them. Sentences are joined by one space, or by what JOINS says. White space is
compared as one space.
"""

from __future__ import annotations

#: the 52 golden rules, in their order
GOLDEN: list[list[str]] = [
    ["Hello World.", "My name is Jonas."],
    ["What is your name?", "My name is Jonas."],
    ["There it is!", "I found it."],
    ["My name is Jonas E. Smith."],
    ["Please turn to p. 55."],
    ["Were Jane and co. at the party?"],
    ["They closed the deal with Pitt, Briggs & Co. at noon."],
    ["Let's ask Jane and co.", "They should know."],
    ["They closed the deal with Pitt, Briggs & Co.", "It closed yesterday."],
    ["I can see Mt. Fuji from here."],
    ["St. Michael's Church is on 5th st. near the light."],
    ["That is JFK Jr.'s book."],
    ["I visited the U.S.A. last year."],
    ["I live in the E.U.", "How about you?"],
    ["I live in the U.S.", "How about you?"],
    ["I work for the U.S. Government in Virginia."],
    ["I have lived in the U.S. for 20 years."],
    [
        "At 5 a.m. Mr. Smith went to the bank.",
        "He left the bank at 6 P.M.",
        "Mr. Smith then went to the store.",
    ],
    ["She has $100.00 in her bag."],
    ["She has $100.00.", "It is in her bag."],
    ["He teaches science (He previously worked for 5 years as an engineer.) at the local University."],
    ["Her email is Jane.Doe@example.com.", "I sent her an email."],
    ["The site is: https://www.example.50.com/new-site/awesome_content.html.", "Please check it out."],
    ["She turned to him, 'This is great.' she said."],
    ['She turned to him, "This is great." she said.'],
    ['She turned to him, "This is great."', "She held the book out to show him."],
    ["Hello!!", "Long time no see."],
    ["Hello??", "Who is there?"],
    ["Hello!?", "Is that you?"],
    ["Hello?!", "Is that you?"],
    ["1.) The first item", "2.) The second item"],
    ["1.) The first item.", "2.) The second item."],
    ["1) The first item", "2) The second item"],
    ["1) The first item.", "2) The second item."],
    ["1. The first item", "2. The second item"],
    ["1. The first item.", "2. The second item."],
    ["• 9. The first item", "• 10. The second item"],
    ["⁃9. The first item", "⁃10. The second item"],
    ["a. The first item", "b. The second item", "c. The third list item"],
    ["This is a sentence\ncut off in the middle because pdf."],
    ["It was a cold \nnight in the city."],
    ["features", "contact manager", "events, activities"],
    ["You can find it at N°. 1026.253.553.", "That is where the treasure is."],
    ["She works at Yahoo! in the accounting department."],
    ["We make a good team, you and I.", "Did you see Albert I. Jones yesterday?"],
    [
        "Thoreau argues that by simplifying one’s life, “the laws of the universe will appear less"
        " complex. . . .”"
    ],
    ['"Bohr [...] used the analogy of parallel stairways [...]" (Smith 55).'],
    [
        "If words are left off at the end of a sentence, and that is all that is omitted, indicate the"
        " omission with ellipsis marks (preceded and followed by a space) and then indicate the end of the"
        " sentence with a period . . . .",
        "Next sentence.",
    ],
    ["I never meant that....", "She left the store."],
    [
        "I wasn’t really ... well, what I mean...see . . . what I'm saying, the thing is . . . I didn’t"
        " mean it."
    ],
    [
        "One further habit which was somewhat weakened . . . was that of combining words into"
        " self-interpreting compounds.",
        ". . . The practice was not abandoned. . . .",
    ],
    [
        "Hello world.",
        "Today is Tuesday.",
        "Mr. Smith went to the store and bought 1,000.",
        "That is a lot.",
    ],
]

#: further cases of the same suite that are one paragraph of prose (no markup, no tables of contents)
FURTHER: list[list[str]] = [
    [
        "A minute is a unit of measurement of time or of angle.",
        "The minute is a unit of time equal to 1/60th of an hour or 60 seconds by 1.",
        "In the UTC time scale, a minute occasionally has 59 or 61 seconds; see leap second.",
        "The minute is not an SI unit; however, it is accepted for use with SI units.",
        "The symbol for minute or minutes is min.",
        "The fact that an hour contains 60 minutes is probably due to influences from the Babylonians, who"
        " used a base-60 or sexagesimal counting system.",
        "Colloquially, a min. may also refer to an indefinite amount of time substantially longer than the"
        " standardized length.",
    ],
    ["Down, down, down.", "Would the fall NEVER come to an !", "'I wonder how many miles I've fallen by this"
     " time?' she said aloud."],
    ["I think Jun. is a great month, said Mr. Suzuki."],
    ["Jun. is a great month, said Mr. Suzuki."],
    ["I have 1.000.00.", "Yay $.50 and .50!", "That's 600."],
    ["1.) This is a list item with a parens."],
    ["1. This is a list item."],
    ["I live in the U.S.A.", "I went to J.C. Penney."],
    ["His name is Alfred E. Sloan."],
    ["Q. What is his name?", "A. His name is Alfred E. Sloan."],
    ["Today is 11.18.2014."],
    ["I need you to find 3 items, e.g. a hat, a coat, and a bag."],
    ["The game is the Giants vs. the Tigers at 10 p.m.", "I'm going are you?"],
    ["He is no. 5, the shortstop."],
    ["As payment for 1. above, pay us a commission fee of 0 yen and for 2. above, no fee will be paid."],
    ["I have 600.", "How many do you have?"],
    ['"Help yourself, sweetie," shouted Candy and gave her the cookie.'],
    [
        "“Are demonstrations are evidence of the public anger and frustration at opaque environmental"
        " management and decision-making?”",
        "Others yet say: \"Should we be scared about these 'protests'?\"",
    ],
    ["www.testurl.Awesome.com"],
    ["http://testurl.Awesome.com"],
    ["St. Michael's Church in is a church."],
    ["JFK Jr.'s book is on sale."],
    ["This is e.g. Mr. Smith, who talks slowly...", "And this is another sentence."],
    ["Leave me alone!, he yelled.", "I am in the U.S. Army.", "Charles (Ind.) said he."],
    ["Send it to P.O. box 6554"],
    [
        "There were 500 cases in the U.S.",
        "The U.S. Commission asked the U.S. Government to give their opinion on the issue.",
    ],
    [
        "CELLULAR COMMUNICATIONS INC. sold 1,550,000 common shares at $21.75 each yesterday, according to"
        " lead underwriter L.F. Rothschild & Co. (cited from WSJ 05/29/1987)"
    ],
    ["He climbed Mt. Fuji."],
    ["He works at Yahoo! and Y!J."],
    ["The Scavenger Hunt ends on Dec. 31st, 2011."],
    [
        "This sentence ends with the psuedo-number x10.",
        "This one with the psuedo-number %3.00.",
        "One last sentence.",
    ],
    ["Testing mixed numbers Jahr10.", "And another 0.3 %11.", "That's weird."],
    [
        "Unauthorized modifications, alterations or installations of or to this equipment are prohibited and"
        " are in violation of AR 750-10.",
        "Any such unauthorized modifications, alterations or installations could result in death, injury or"
        " damage to the equipment.",
    ],
]

#: golden rules whose sentences are not joined by one space: number of the rule → what stands between
JOINS = {42: "\n", 52: ""}

#: golden rules that ours may miss, with the reason
AGAINST_COUNCIL_PROSE = {
    42: "Three lines without a full stop. A block of a page ends a sentence already, and within a block a"
    " line break stands inside addresses and inside sentences (rules 40 and 41).",
}


def text_of(number: int, sentences: list[str]) -> str:
    """Return the running text of a golden rule (numbers count from 1; 0 for a further case)."""
    return JOINS.get(number, " ").join(sentences)
