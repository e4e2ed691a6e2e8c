declare module '*.resx' {
  const text: string;
  export default text;
}
