import type { BODY_HEADINGS } from "../format/headings.ts";

/**
 * Prose of made posts, written for this library. Like the site's it is lower case, and each paragraph ends in a full
 * stop. `{problem}`, `{stack}` and `{scenario}` are gaps; problems read like "handling background jobs", scenarios
 * like "on a single vps".
 */

/** The intro, by the pattern that the post number picks. */
export const INTROS = [
  "{problem} looks like a side task until a project in {stack} has people who depend on it every day. this alphanode note puts the work in an order that can be followed {scenario}.",
  "most advice about {problem} skips the awkward part, which is deciding what to leave alone. the sections below keep to what a team that works with {stack} can finish, check, and take back.",
  "{problem} rarely has a deadline, so it waits for the week when everything else is late. this article shows how work on {stack} can start early and stay in small steps.",
  "there is more than one right way of {problem}, and the one that lasts is the one that others understand. what follows was written with {stack} in mind and borrows little from theory.",
] as const;

/** Paragraphs of body sections, by heading. A post takes no paragraph twice. */
export const PARAGRAPHS: Readonly<Record<(typeof BODY_HEADINGS)[number], readonly string[]>> = {
  "the practical approach": [
    "pick the narrowest case that still shows the fault and make it run on a laptop. when the case is small, each attempt takes seconds, and the difference between a cure and a coincidence becomes plain.",
    "change one thing, look, then change the next. two edits in a single release can hide each other, and the one that did the damage is then found by luck.",
    "put the new behavior into a test before it goes into code. the test says what done means, and it stays behind as a guard when the people who remember the incident have moved on.",
    "prefer names that a stranger can guess. a setting called after what it limits needs no page in a wiki, and a function called after what it returns is rarely misused.",
    "give every slow step a limit and a plain answer for the day it is reached. waiting without end is the one answer that helps neither the caller nor the person on duty.",
    "leave the old path in place behind a switch for a week. if the figures turn worse, the way back is one line and not a late evening.",
  ],
  "production checks": [
    "read the error rate before the release, an hour after it, and on the next morning. many faults need a night of scheduled work or a wave of readers before they show.",
    "ask what happens when the same request arrives twice. retries, impatient clicks, and replayed messages are normal in production, and a second arrival should find the work already done.",
    "look at the slowest one percent and not only at the average. the average hides the readers with the longest pages, and they are often the ones who pay.",
    "restore a backup into an empty place and open it. a copy that was never opened is a hope, and a restore that was timed is a plan.",
    "count what leaves the system as well as what enters it. rows, files, and messages that vanish between two steps leave no trace in either log.",
    "follow disk, memory, and open connections through one full day. a leak that is invisible in an hour is a straight line over a day.",
  ],
  "security and maintenance notes": [
    "keep secrets out of the repository and out of the logs. one place that hands them out, with a date by which each must be replaced, is enough for most teams.",
    "grant the least that works and keep a record of who asked for more. a list of exceptions with names and reasons is short, and reading it twice a year keeps it so.",
    "update in small regular steps. a dependency that is one version behind takes a morning, and one that is nine versions behind takes a quarter.",
    "treat every value from outside as a guess until it has been checked. names, sizes, types, and encodings are cheap to verify at the door and expensive to repair in the store.",
    "delete what is no longer called. an unused route is still an open door, and an unused table is still copied by every backup.",
    "find an owner for each alarm, each job, and each certificate. things that belong to everyone expire on a holiday.",
  ],
  "why this matters": [
    "nobody schedules this work until it hurts. a page takes a second longer each month, a job fails twice a week, and the team learns to look away. naming the cost early is cheaper than explaining it after an outage.",
    "every shortcut has a reader. the person who meets it next year will not know which part was deliberate, so the reason belongs beside the code and not in a chat that nobody can search.",
    "users do not see the layers. they see one slow button, one lost upload, or one odd message, and they judge the whole product by it. a fix that removes one of those moments is worth more than a rewrite that removes none.",
    "good numbers end long debates. agree on two or three figures that everyone trusts, read them on the same weekday, and let the trend decide whether the next step is needed at all.",
    "small faults travel in groups. where one timeout was set by guesswork, others were too, and finding the second and the third takes minutes once the first is understood.",
    "a quiet system is not always a healthy one. silence may only mean that nothing reports, so check that an alarm can ring before trusting that it did not.",
  ],
};

/** Sentences that some body paragraphs end in: the one at hand ends every `every`-th paragraph, as in the seen posts. */
export const ASIDES = [
  { every: 3, text: "in this {stack} setup, say next to the step who looks after it and how it is undone." },
  { every: 4, text: "alphanode prefers the fix that can be checked today to the one that sounds complete." },
] as const;

/** The paragraph under the last heading. */
export const FINAL_NOTES =
  "a change in {stack} is finished when somebody else can read it, repeat it, and undo it without asking. store the figures, the commands, and the open doubts next to this page for whoever comes after.";

/** The box's summary. */
export const SUMMARY =
  "a short generated overview of {problem} in {stack} that covers a first measurement, careful settings, a way back, and notes that others can use.";

/** The box's brief. Like the site's it holds a colon. */
export const BRIEF =
  "the text imitates a patient reviewer at work: it says why the effort pays, names the places to look at, and promises no single trick for every setup.";

/** What the box's outline recommends. */
export const RECOMMENDED_ACTION = "take a baseline, alter one thing at a time, write down the outcome";

/** The box's notes. */
export const NOTES = [
  "lists in this box come from array meta and should show as nested lists",
  "the number of views is invented and says nothing about readers",
  "the post was made to test imports and wants a reader before it is indexed",
] as const;
