import { describeMainJob } from './stories/mainJob.ts';

describeMainJob('The main job with scripted answers');
