/** What a refusal says beside its field. Keys are the reasons that rules and schemas give. */
export const errors = {
  required: 'Please fill this in.',
  'too-long': 'This is too long.',
  'form-malformed': 'The form arrived damaged. Please reload the page and try again.',
  'try-again': 'That did not work just now. Please try again.',
  'too-many-tries': 'Too many tries. Please wait a few minutes and try again.',
  summary: 'Not saved yet. Please check the marked fields.',
};
