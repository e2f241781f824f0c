/** The code that the build makes of a module and puts into the page. */
declare module "*?code" {
  const code: string;
  export default code;
}
