// A stand-in, to be filled.
export class Graph {
  constructor(origin, findToken) { this.origin = origin; this.findToken = findToken; }
  nameOf() { return 'unknown'; }
  async serve(request, response) { response.writeHead(404).end(); }
}
