/** Asking a client for permission: on the desk, and on the page they are sent. */
export const permission = {
  title: '{name} asks for your permission',
  lead: '{name} would like to show this in public. Below is exactly what others would read. You need no account, and you can change your answer later with the same link.',
  change: 'You can change it below.',
  index: 'The amount will be shown as an index only: the first month of income counts as 100.',
  granted: {
    title: 'As it stands',
    lead: 'This is what others would read.',
    button: 'Yes, show it like this',
  },
  anonymous: {
    title: 'Without your name',
    lead: 'Others would read this instead, with no links and no tags.',
    button: 'Yes, but without my name',
  },
  refused: {
    title: 'Not at all',
    lead: 'Nobody will see it.',
    button: 'No, do not show it',
  },
  answered: {
    granted: 'You agreed to this on {day}.',
    anonymous: 'On {day} you agreed to this without your name.',
    refused: 'You said no on {day}. It is not shown.',
  },
  told: {
    later: 'Too many answers came from your connection. Please try again in a while.',
    unclear: 'We did not receive your answer. Please choose again.',
    reworded: 'The text was changed while you were reading. Please look at it once more.',
  },
  desk: {
    title: 'Client permission',
    lead: 'If this names a client or shows their work, ask them first. Until they agree, nobody sees it.',
    state: {
      not_needed: 'Not needed.',
      not_asked: 'Needed, but not asked for yet.',
      asked: 'Asked on {day}. No answer yet.',
      granted: 'Granted on {day}.',
      anonymous: 'Granted on {day}, without their name. Others read the text below.',
      refused: 'Refused on {day}. Nobody sees it.',
      reworded:
        'What others would read has changed since. Please ask again: until they agree, nobody sees it.',
    },
    need: 'It needs permission',
    needNot: 'It needs none',
    needNotAsk: 'It needs no permission after all',
    needNotLead:
      'The link stops working, and what your client answered no longer counts. Others may then see it as it stands, with the client’s name.',
    ask: 'Ask for permission',
    askAgain: 'Ask again with a new link',
    form: 'What others read if they want no name',
    formHint:
      'Links, tags and streams are left out. Say who it was for in other words: a hair salon, a maker of tools.',
    anonymousTitle: {
      ja: 'Title without a name, in Japanese',
      en: 'Title without a name, in English',
    },
    anonymousStory: {
      ja: 'Story without a name, in Japanese',
      en: 'Story without a name, in English',
    },
    answers: 'Answers so far',
    answer: {
      granted: 'Granted on {day}',
      anonymous: 'Granted on {day}, without their name',
      refused: 'Refused on {day}',
    },
    toPresent: 'for what would be shown now',
    toEarlier: 'for an earlier version',
    link: 'Send your client this link',
    linkHint: 'They see exactly what will be shown and answer without an account.',
  },
};
