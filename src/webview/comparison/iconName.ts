/** The codicons in use; their code points are in styles/icons.css. */
export type IconName =
  | 'arrow-down'
  | 'arrow-up'
  | 'beaker'
  | 'check'
  | 'chevron-right'
  | 'circle-slash'
  | 'copy'
  | 'debug-stop'
  | 'error'
  | 'history'
  | 'info'
  | 'refresh'
  | 'sync'
  | 'warning';
