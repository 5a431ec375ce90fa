/** A style sheet as text, put in by the bundler. */
declare module '*.css' {
  const css: string;
  export default css;
}

/** The name of the chat's file with the hash of its contents, put in by the bundler. */
declare const CHAT_FILE: string;
