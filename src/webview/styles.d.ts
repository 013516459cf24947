// The build turns these into the panel's style sheet.
declare module '*.css';
