// Takes the place of VS Code's native logger, which is not compiled here: without one, neither the extension host's
// log nor any log output channel would reach a file. Only what VS Code calls is here; files do not rotate.
const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');

const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

class Logger {
  constructor(_type, _name, path) {
    this.path = path;
    this.level = 2;
    this.formatted = true;
    mkdirSync(dirname(path), { recursive: true });
  }
  write(level, message) {
    if (level >= this.level) {
      const text = this.formatted ? `${new Date().toISOString()} [${levels[level]}] ${message}\n` : message;
      appendFileSync(this.path, text);
    }
  }
  trace(message) {
    this.write(0, message);
  }
  debug(message) {
    this.write(1, message);
  }
  info(message) {
    this.write(2, message);
  }
  warn(message) {
    this.write(3, message);
  }
  error(message) {
    this.write(4, message);
  }
  critical(message) {
    this.write(5, message);
  }
  getLevel() {
    return this.level;
  }
  setLevel(level) {
    this.level = level;
  }
  setPattern() {
    this.formatted = true;
  }
  clearFormatters() {
    this.formatted = false;
  }
  flush() {}
  drop() {}
}

const createLogger = async (name, path) => new Logger('rotating', name, path);

exports.version = 1;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
