/** A place in a `Post`, as a link to the place around it: its path is written only where there is an issue to tell. */
export class Place {
  constructor(
    private readonly key: string | number,
    private readonly around?: Place,
  ) {}

  /** The place of a part. */
  at(key: string | number): Place {
    return new Place(key, this);
  }

  get path(): (string | number)[] {
    const path = [];
    for (let place: Place | undefined = this; place !== undefined; place = place.around) path.push(place.key);
    return path.reverse();
  }
}

/** Where the box is. */
export const META = new Place("meta");

/** Where the title is. */
export const TITLE = new Place("title");
