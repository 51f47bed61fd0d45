/** Why the text of a field is not taken, as the end of a sentence for a person. */
export class LinkFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'LinkFault';
  }
}
